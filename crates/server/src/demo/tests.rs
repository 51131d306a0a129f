use std::collections::BTreeSet;

use jiff::civil::date;
use serde_json::Map;

use super::*;

#[test]
fn the_story_can_be_told_on_any_day() -> anyhow::Result<()> {
    let worlds = worlds()?;
    for today in [date(2026, 11, 23), date(2027, 1, 3), date(2028, 2, 29), date(2026, 3, 30)] {
        let moments = play::moments(&worlds, today, &TimeZone::get("Europe/Amsterdam")?)?;
        assert!(moments.len() > 100);
        assert!(moments.iter().all(|(at, _)| at.date() < today));
    }
    Ok(())
}

#[test]
fn everybody_is_plainly_made_up_and_every_party_has_somebody() -> anyhow::Result<()> {
    let mut keys = BTreeSet::new();
    for world in worlds()? {
        let persons = &world.organisation.persons;
        assert!(world.organisation.name.starts_with("Demo "));
        assert!(persons.iter().all(|person| person.name.starts_with("Demo ")));
        assert!(persons.iter().all(|person| keys.insert(person.key.clone())), "nobody works in two organisations");
        let definition = funnel::parse(world.funnel()?).map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
        for party in &definition.funnel.parties {
            let somebody = persons.iter().any(|p| p.parties.contains(&party.key) || p.chairs.contains(&party.key));
            assert!(somebody || world.organisation.lacks.contains(&party.key), "{} has nobody", party.key);
        }
    }
    Ok(())
}

#[test]
fn what_documents_say_fits_their_forms() -> anyhow::Result<()> {
    for world in worlds()? {
        let definition = funnel::parse(world.funnel()?).map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
        for (tale, later) in world.tales.iter().flat_map(|tale| [(tale, false), (tale, true)]) {
            for (artefact, form) in &definition.forms {
                let answers = world.texts.answers(tale, artefact, later, &Map::new(), ::time::macros::date!(2026 - 11 - 23));
                let problems = form.check(&serde_json::Value::Object(answers));
                assert!(problems.is_empty(), "{} of {}: {problems:?}", artefact, tale.key);
            }
        }
    }
    Ok(())
}
