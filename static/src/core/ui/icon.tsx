/** Icons and pictures, from files that the server names (their names carry a hash). */
const places = { icons: "/static/pictures/icons.svg", pictures: "/static/pictures/" };

const known = new Map<string, string>();

/** Tells where the icons and pictures are on this server. */
export function setPictures(urls: Readonly<Record<string, string>>): void {
  places.icons = urls["icons"] ?? places.icons;
  // What the server's own first paint shows has come already, by an address of its own.
  for (const { src } of document.querySelectorAll<HTMLImageElement>("#app img")) {
    const name = /\/pictures\/([\w/-]+)\.svg/.exec(src)?.[1];
    if (name) known.set(name, src);
  }
  if (urls["pictures"]) places.pictures = `${urls["pictures"].replace(/\/$/, "")}/`;
}

export function Icon({ name, large, className }: { name: string; large?: boolean; className?: string }) {
  return (
    <svg class={className ?? `icon${large ? " icon--l" : ""}`} aria-hidden="true" focusable="false">
      <use href={`${places.icons}#${name}`} />
    </svg>
  );
}

interface PictureProps {
  name: string;
  className?: string;
  /** What it shows. A picture without it decorates: then the same is said in words beside it. */
  alt?: string;
  /** Its sides, so that its place is kept until it is there; such a picture comes when it is near. */
  size?: number;
}

export function Picture({ name, className, alt = "", size }: PictureProps) {
  return (
    <img
      class={className}
      src={known.get(name) ?? `${places.pictures}${name}.svg`}
      alt={alt}
      width={size}
      height={size}
      loading={size ? "lazy" : undefined}
      draggable={false}
    />
  );
}
