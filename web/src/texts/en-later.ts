import rejection from "../../../texts/en/rejection.ftl?raw";
import web from "../../../texts/en/web.ftl?raw&later";
import words from "../../../texts/en/words.ftl?raw&later";

export default `${rejection}\n${web}\n${words}`;
