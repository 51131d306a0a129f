import rejection from "../../../texts/en/rejection.ftl?raw";
import web from "../../../texts/en/web.ftl?raw&later";
import consultation from "../../../texts/en/web-consultation.ftl?raw";
import meeting from "../../../texts/en/web-meeting.ftl?raw";
import organisation from "../../../texts/en/web-organisation.ftl?raw";
import portfolio from "../../../texts/en/web-portfolio.ftl?raw";
import steer from "../../../texts/en/web-steer.ftl?raw";
import table from "../../../texts/en/web-table.ftl?raw";
import use from "../../../texts/en/web-use.ftl?raw";
import words from "../../../texts/en/words.ftl?raw&later";

export default [rejection, web, words, portfolio, steer, consultation, use, organisation, table, meeting].join("\n");
