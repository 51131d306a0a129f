import rejection from "../../../texts/nl/rejection.ftl?raw";
import web from "../../../texts/nl/web.ftl?raw&later";
import words from "../../../texts/nl/words.ftl?raw&later";

export default `${rejection}\n${web}\n${words}`;
