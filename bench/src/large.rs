//! A larger funnel: the shipped one, whose second gate asks for more documents and more criteria of the same kinds.

use std::fmt::Write as _;

use anyhow::{Context, Result};

/// The part of `text` from the line `start` to the line before `end`.
fn part<'a>(text: &'a str, start: &str, end: &str) -> Result<&'a str> {
    let from = text.find(start).with_context(|| format!("the shipped funnel has no `{}`", start.trim()))?;
    let length = text[from..].find(end).with_context(|| format!("the shipped funnel has no `{}`", end.trim()))?;
    Ok(&text[from..from + length])
}

/// The shipped funnel with `documents` copies of the risk analysis, each with `criteria` copies of its criterion.
pub fn source(shipped: &str, documents: usize, criteria: usize) -> Result<String> {
    let document = part(shipped, "  - id: risicoanalyse\n", "  - id: ict-toets\n")?;
    let criterion = part(shipped, "  - id: client-risico\n", "  - id: ict-gereed\n")?;
    let (mut needs, mut kinds, mut asked) = (String::new(), String::new(), String::new());
    for number in 1..=documents {
        writeln!(needs, "        - artefact: risicoanalyse-{number}\n          stage: concept")?;
        kinds += &document.replace("id: risicoanalyse\n", &format!("id: risicoanalyse-{number}\n"));
        for question in 1..=criteria {
            let copy = criterion.replace("id: client-risico\n", &format!("id: client-risico-{number}-{question}\n"));
            asked += &copy.replace("artefact: risicoanalyse\n", &format!("artefact: risicoanalyse-{number}\n"));
        }
    }
    let first_need = "        - artefact: samenvatting\n";
    let name = "funnel: innovatietrechter-ggz\n";
    let larger = shipped.replacen(name, &format!("funnel: bench-{documents}-{criteria}\n"), 1);
    let larger = larger.replacen(first_need, &format!("{first_need}{needs}"), 1);
    let larger = larger.replacen("  - id: ict-toets\n", &format!("{kinds}  - id: ict-toets\n"), 1);
    Ok(larger.replacen("  - id: ict-gereed\n", &format!("{asked}  - id: ict-gereed\n"), 1))
}
