import web from "../../../texts/en/web.ftl?raw";
import words from "../../../texts/en/words.ftl?raw";

export default `${web}\n${words}`;
