import rejection from "../../../texts/nl/rejection.ftl?raw";
import words from "../../../texts/nl/words.ftl?raw&later";

export default `${rejection}\n${words}`;
