/** The core team publishes the text as it is now for neighbours to read. */
import { day, t } from "../../core/i18n/strings";
import { newId, newSecret } from "../../core/live/ids";
import { Icon } from "../../core/ui/icon";
import { SecondPress } from "../../core/ui/secondPress";
import { toast } from "../../core/ui/toasts";
import type { VisionPage } from "../editor";

export function PublishDraft({ page, done }: { page: VisionPage; done: () => void }) {
  if (Object.values(page.state.collections.readings).some((one) => !one.closed)) return null;
  const publish = () => {
    const name = t("Read along {day}", { day: day(new Date().toISOString().slice(0, 10), page.boot.language) });
    page.live.send("reading.open", { reading: newId(), version: newId(), name, address: newSecret() }).then(
      () => {
        toast(t("Neighbours can read along. The address stands above the text."));
        done();
      },
      () => undefined,
    );
  };
  return (
    <div class="cluster">
      <SecondPress
        warning={t("Whoever has the address can read the text as it is now, without an account. You can close it at any time.")}
        sure={t("Yes, publish this draft")}
        run={publish}
        buttonClass="button"
        act="publish"
      >
        <Icon name="people" /> {t("Let neighbours read along")}
      </SecondPress>
    </div>
  );
}
