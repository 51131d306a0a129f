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
        let definition = definition(world.funnel()?)?;
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
        for definition in [definition(world.first_funnel()?)?, definition(world.funnel()?)?] {
            for (tale, later) in world.tales.iter().flat_map(|tale| [(tale, false), (tale, true)]) {
                for (artefact, form) in &definition.forms {
                    let day = ::time::macros::date!(2026 - 11 - 23);
                    let answers = world.texts.answers(tale, artefact, later, &Map::new(), day);
                    let problems = form.check(&serde_json::Value::Object(answers));
                    assert!(problems.is_empty(), "{} of {}: {problems:?}", artefact, tale.key);
                }
            }
        }
    }
    Ok(())
}

/// Parties are made once, from the version that the story begins with; its own publishing would not make new ones.
#[test]
fn a_later_version_has_the_parties_of_the_first() -> anyhow::Result<()> {
    let mut later = 0;
    for world in worlds()? {
        let (first, shipped) = (definition(world.first_funnel()?)?, definition(world.funnel()?)?);
        let keys = |of: &funnel::Definition| of.funnel.parties.iter().map(|party| party.key.clone()).collect::<Vec<_>>();
        assert_eq!((keys(&first), &first.funnel.key), (keys(&shipped), &shipped.funnel.key));
        later += usize::from(world.organisation.began_with.is_some());
        assert_eq!(world.organisation.began_with.is_some(), first.version < shipped.version);
    }
    assert_eq!(later, 1);
    Ok(())
}

fn definition(source: &str) -> anyhow::Result<funnel::Definition> {
    funnel::parse(source).map_err(|problems| anyhow::anyhow!("{problems:?}"))
}
