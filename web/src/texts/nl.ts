import web from "../../../texts/nl/web.ftl?raw&first";
import words from "../../../texts/nl/words.ftl?raw&first";

export default `${web}\n${words}`;
