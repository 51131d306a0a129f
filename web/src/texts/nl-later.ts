import rejection from "../../../texts/nl/rejection.ftl?raw";
import web from "../../../texts/nl/web.ftl?raw&later";
import consultation from "../../../texts/nl/web-consultation.ftl?raw";
import meeting from "../../../texts/nl/web-meeting.ftl?raw";
import organisation from "../../../texts/nl/web-organisation.ftl?raw";
import portfolio from "../../../texts/nl/web-portfolio.ftl?raw";
import steer from "../../../texts/nl/web-steer.ftl?raw";
import table from "../../../texts/nl/web-table.ftl?raw";
import use from "../../../texts/nl/web-use.ftl?raw";
import words from "../../../texts/nl/words.ftl?raw&later";

export default [rejection, web, words, portfolio, steer, consultation, use, organisation, table, meeting].join("\n");
