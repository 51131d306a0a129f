import { Tabs } from "../../parts/tabs.tsx";
import { useSay } from "../../texts/language.tsx";

/** The two ways to bring projects in. */
export function BringInTabs() {
  const say = useSay();
  return (
    <Tabs
      name={say("web-bring-ways")}
      tabs={[
        { text: say("web-bring-one"), place: { to: "/projecten/inbrengen" } },
        { text: say("web-bring-file"), place: { to: "/projecten/inbrengen/bestand" } },
      ]}
    />
  );
}
