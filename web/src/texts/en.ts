import web from "../../../texts/en/web.ftl?raw&first";
import words from "../../../texts/en/words.ftl?raw&first";

export default `${web}\n${words}`;
