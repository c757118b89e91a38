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

interface PictureProps {
  name: string;
  className?: string;
  /** What it shows. A picture without it decorates: then the same is said in words beside it. */
  alt?: string;
  /** Its sides, so that its place is kept until it is there; such a picture comes when it is near. */
  size?: number;
}

export function Picture({ name, className, alt = "", size }: PictureProps) {
  return <img class={className} src={`${places.pictures}${name}.svg`} alt={alt} width={size} height={size} loading={size ? "lazy" : undefined} draggable={false} />;
}
