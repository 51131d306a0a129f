import rejection from "../../../texts/en/rejection.ftl?raw";
import words from "../../../texts/en/words.ftl?raw&later";

export default `${rejection}\n${words}`;
