//! Empty files to fill in.

use engine::FactKind;
use table::{Cell, Sheet};

use super::columns::{Field, NAMES};
use super::look::{self, Known};
use crate::http::error::ApiError;

/// The workbook: a sheet to fill in, and one that explains it.
const WORKBOOK: &str = "projecten.xlsx";
/// The same columns as text.
const TEXT: &str = "projecten.csv";

/// What a column takes, for the sheet that explains.
const MEANS: [(&str, &str); 8] = [
    ("titel", "Verplicht. De naam van het project, hoogstens 200 tekens."),
    ("samenvatting", "Verplicht. Waar het project over gaat, in twee of drie zinnen."),
    ("trechter", "De naam van de trechter. Mag leeg blijven als uw organisatie één trechter heeft."),
    ("fase", "Verplicht. De fase waarin het project nu echt is. De fasen staan hieronder."),
    ("projectleider", "Verplicht. Het e-mailadres van wie het project leidt."),
    ("waarom", "Verplicht. Waarom het project nu binnenkomt."),
    ("wie lost op", "Verplicht. Het e-mailadres van wie zorgt voor wat nog ontbreekt."),
    ("wanneer", "Verplicht. De dag waarop dat klaar is, zoals 31-12-2027."),
];

/// The file with this name, with its media type.
pub fn write(known: &Known, file: &str) -> Result<(&'static str, Vec<u8>), ApiError> {
    let written = match file {
        WORKBOOK => table::xlsx(&[to_fill_in(known), explained(known)]),
        TEXT => table::csv(&to_fill_in(known)),
        _ => return Err(ApiError::NOT_FOUND),
    };
    let bytes = written.map_err(|error| {
        tracing::error!(%error, "a template could not be written");
        ApiError::INTERNAL
    })?;
    let media_type = match file {
        WORKBOOK => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "text/csv; charset=utf-8",
    };
    Ok((media_type, bytes))
}

/// The columns, without a row: an example would come in as a project.
fn to_fill_in(known: &Known) -> Sheet {
    let width = |field: &Field| match field {
        Field::Summary | Field::Reason => 50,
        Field::Title | Field::Lead | Field::Owner | Field::Funnel => 28,
        _ => 16,
    };
    let fixed = NAMES.iter().map(|(field, names)| (names[0].to_owned(), width(field)));
    let facts = known.facts().into_keys().map(|fact| (fact.to_string(), 16));
    Sheet { name: "Projecten".to_owned(), columns: fixed.chain(facts).collect(), rows: Vec::new() }
}

/// What each column takes, the phases of each funnel, and the questions with their answers.
fn explained(known: &Known) -> Sheet {
    let line = |name: &str, text: &str| vec![Cell::text(name), Cell::text(text)];
    let mut rows: Vec<Vec<Cell>> = MEANS.iter().map(|(name, text)| line(name, text)).collect();
    for item in &known.funnels {
        let funnel = &item.definition.funnel;
        let phases: Vec<&str> = funnel.phases.iter().map(|phase| known.say(&phase.name)).collect();
        rows.push(line(&format!("Fasen van {}", known.say(&funnel.name)), &phases.join(", ")));
    }
    for (fact, definition) in known.facts() {
        let takes = match &definition.kind {
            FactKind::Boolean => "ja of nee".to_owned(),
            FactKind::Amount => "een heel getal".to_owned(),
            FactKind::Levels(_) => {
                let asks = |item: &&persistence::FunnelItem| item.definition.funnel.fact(fact).is_some();
                let levels = known.funnels.iter().find(asks).map(|item| look::levels(item, definition)).unwrap_or_default();
                levels.iter().map(|(_, label)| known.say(label)).collect::<Vec<_>>().join(", ")
            }
        };
        rows.push(line(fact.as_str(), &format!("{} Mag leeg blijven. Antwoord: {takes}.", known.say(&definition.question))));
    }
    let columns = vec![("kolom".to_owned(), 28), ("wat u invult".to_owned(), 90)];
    Sheet { name: "Uitleg".to_owned(), columns, rows }
}
