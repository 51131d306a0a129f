import web from "../../../texts/nl/web.ftl?raw";
import words from "../../../texts/nl/words.ftl?raw";

export default `${web}\n${words}`;
