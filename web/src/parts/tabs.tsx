import { Link, type LinkProps } from "@tanstack/react-router";

/** One list out of a few; the address says which. */
export interface Tab {
  text: string;
  place: LinkProps;
  /** Whether it is this list, where the address holds more than its name. */
  here?: boolean;
}

/** Links to the lists of a page. Exact: an address with a list is not that of the page without one. */
export function Tabs({ name, tabs }: { name: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={name}>
      <ul className="tabs">
        {tabs.map(({ here, text, place }) => (
          <li key={text}>
            <Link {...place} activeOptions={{ exact: true }} activeProps={{}} {...(here && { "aria-current": "page" })}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
