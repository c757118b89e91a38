/** Icons and pictures, from files that the server names (their names carry a hash). */
const places = { icons: "/static/pictures/icons.svg", pictures: "/static/pictures/" };

/** Tells where the icons and pictures are on this server. */
export function setPictures(urls: Readonly<Record<string, string>>): void {
  places.icons = urls["icons"] ?? places.icons;
  if (urls["pictures"]) places.pictures = `${urls["pictures"].replace(/\/$/, "")}/`;
}

export function Icon({ name, large, className }: { name: string; large?: boolean; className?: string }) {
  return (
    <svg class={className ?? `icon${large ? " icon--l" : ""}`} aria-hidden="true" focusable="false">
      <use href={`${places.icons}#${name}`} />
    </svg>
  );
}

/** A decorative picture: what it shows is always also said in words. */
export function Picture({ name, className }: { name: string; className?: string }) {
  return <img class={className} src={`${places.pictures}${name}.svg`} alt="" />;
}
