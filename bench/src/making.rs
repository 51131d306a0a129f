//! One project on its way, a command at a time.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use engine::{
    Actor, Answer, ArtefactKey, Command, CriterionKey, FactKey, FactValue, FunnelVersionId, GateKey, LevelKey, Outcome,
    PartyKey, PhaseKey, ProjectId, Proof, Readiness, Seen, Stage, StartProject, Verdict,
};
use persistence::{IdempotencyKey, Limit, Principal, ProjectView, Request, StartRequest, Store, Text};
use serde_json::{Value, json};

use crate::world::Organisation;

/// What a party says about a criterion.
pub const MOTIVATION: &str = "Wij hebben het bekeken en besproken. Het voldoet aan wat wij vragen.";

/// A project that is being made.
pub struct Making<'a> {
    store: &'a Store,
    organisation: &'a Organisation,
    /// Which.
    pub project: ProjectId,
    acts: u32,
}

/// Asks the engine how far the open gate is.
pub fn readiness(store: &Store, view: &ProjectView) -> Option<Readiness> {
    let context = engine::Context {
        actor: &Actor::System,
        now: store.now(),
        parties: &view.roster.members,
        calendar: store.calendar(),
        organisation: &view.roster.organisation,
        on_behalf_of: None,
        migrate_to: None,
        submission: None,
    };
    engine::readiness(&view.definition.funnel, &view.state, &context)
}

/// Answers that the form of a document takes, as long as people write them; `mark` makes them differ.
pub fn answers(artefact: &str, mark: &str) -> Value {
    let long = |start: &str| {
        format!(
            "{start} {mark} Wij schrijven dit op in gewone taal, zodat cliënten, naasten en medewerkers kunnen zien waar \
                 het over gaat en wat er voor hen verandert. Wat wij nog niet weten, staat er ook bij."
        )
    };
    let risk = |number: u32| {
        json!({
            "risk": format!("Risico {number}: de toepassing is er niet op het moment dat het nodig is."),
            "cause": long("Storing bij de leverancier of in het netwerk."), "likelihood": 2, "impact": 4,
            "client_risk": long("De cliënt ziet het plan niet."), "measure": long("Het plan ligt ook op papier."),
            "owner": "Behandelaar", "residual": 2
        })
    };
    if artefact.starts_with("risicoanalyse") {
        return json!({ "risks": (1..=4).map(risk).collect::<Vec<_>>(), "conclusion": long("Het is verantwoord.") });
    }
    match artefact {
        "idee" => json!({
            "need": long("Cliënten missen hun plan."), "goal": long("Altijd een plan bij de hand."),
            "audience": long("Cliënten met een crisisplan."), "measure": long("Het aantal opnames, nu 40 per jaar.")
        }),
        "ict-toets" => json!({
            "architecture": long("Dit past."), "connections": long("Er is één koppeling."), "capacity": "available",
            "maintenance": long("De leverancier beheert het.")
        }),
        _ => json!({
            "what": long("Een app met uw plan."), "change": long("U heeft uw plan bij u."),
            "choice": long("U kiest zelf."), "risks": long("Uw telefoon kan leeg zijn.")
        }),
    }
}

impl<'a> Making<'a> {
    /// Starts a project.
    pub async fn start(
        store: &'a Store,
        organisation: &'a Organisation,
        number: usize,
        funnel: FunnelVersionId,
    ) -> Result<Self> {
        let lead = organisation.who("lead")?;
        let summary = "Een app waarin cliënten hun plan bij zich hebben, ook als zij geen netwerk hebben.";
        let command = StartProject {
            title: Text::parse(&format!("Bench project {number}"), Limit::Title)?,
            summary: Text::parse(summary, Limit::Summary)?,
            lead: lead.id,
            funnel,
            bring_in: None,
        };
        let request = StartRequest { key: IdempotencyKey::parse(&format!("bench-start-{number}"))?, command };
        let project = store.start(&lead.principal, request).await?.project;
        Ok(Self { store, organisation, project, acts: 0 })
    }

    async fn view(&self) -> Result<ProjectView> {
        Ok(self.store.project(&Principal::system(self.organisation.id), self.project).await?)
    }

    async fn act(&mut self, who: &str, command: Command<Text>) -> Result<()> {
        let view = self.view().await?;
        let seen = Seen {
            round: view.state.round.as_ref().map(|round| round.number),
            revisions: view.state.artefacts.iter().map(|(key, a)| (key.clone(), a.current.hash)).collect(),
            readiness: readiness(self.store, &view).map(|readiness| readiness.digest()),
        };
        self.acts += 1;
        let key = IdempotencyKey::parse(&format!("bench-{}-{}", self.project, self.acts))?;
        let told = format!("{who} cannot {command:?}");
        let principal = &self.organisation.who(who)?.principal;
        self.store.execute(principal, self.project, Request { key, seen, command }).await.context(told)?;
        Ok(())
    }

    async fn submit(&mut self, who: &str, artefact: &str, stage: Stage) -> Result<()> {
        let answers = Some(Text::parse(&answers(artefact, "").to_string(), Limit::Answers)?);
        let artefact = ArtefactKey::parse(artefact)?;
        self.act(who, Command::SubmitRevision { artefact, stage, answers, files: Vec::new() }).await
    }

    async fn approve(&mut self, who: &str, artefact: &str, party: &str) -> Result<()> {
        let (artefact, party) = (ArtefactKey::parse(artefact)?, PartyKey::parse(party)?);
        self.act(
            who,
            Command::ReviewRevision { artefact, party, verdict: Verdict::Approve, note: None, answers: Vec::new() },
        )
        .await
    }

    async fn judge(&mut self, who: &str, criterion: &str, party: &str) -> Result<()> {
        let command = Command::JudgeCriterion {
            criterion: CriterionKey::parse(criterion)?,
            party: PartyKey::parse(party)?,
            answer: Answer::Met,
            proof: Proof::Paper,
            motivation: Some(Text::parse(MOTIVATION, Limit::Note)?),
        };
        self.act(who, command).await
    }

    async fn decide(&mut self, who: &str, gate: &str, outcome: Outcome) -> Result<()> {
        let motivation = Text::parse(MOTIVATION, Limit::Note)?;
        self.act(
            who,
            Command::DecideGate { gate: GateKey::parse(gate)?, outcome, motivation, lessons: None, conditions: Vec::new() },
        )
        .await
    }

    /// Until the first gate is ready to be passed.
    pub async fn reach_first_gate(&mut self) -> Result<()> {
        let facts = [
            ("impact", FactValue::Level(LevelKey::parse("middel")?)),
            ("personal_data", FactValue::Boolean(true)),
            ("integrates_with_epd", FactValue::Boolean(true)),
        ];
        let answers: BTreeMap<_, _> =
            facts.into_iter().map(|(key, value)| Ok((FactKey::parse(key)?, value))).collect::<Result<_>>()?;
        self.act("lead", Command::AnswerFacts { answers }).await?;
        self.submit("lead", "idee", Stage::Final).await?;
        self.approve("innovation", "idee", "innovatie").await?;
        self.approve("care", "idee", "zorg").await?;
        self.judge("care", "past-in-zorg", "zorg").await?;
        self.judge("innovation", "doelen-meetbaar", "innovatie").await?;
        self.judge("ict", "ict-vroeg", "ict").await
    }

    /// Passes it.
    pub async fn through_first_gate(&mut self) -> Result<()> {
        self.decide("innovation", "g0", Outcome::Go).await
    }

    /// Until the second gate is ready to be passed.
    pub async fn reach_second_gate(&mut self) -> Result<()> {
        self.submit("care", "risicoanalyse", Stage::Concept).await?;
        self.submit("lead", "samenvatting", Stage::Final).await?;
        self.submit("ict", "ict-toets", Stage::Final).await?;
        self.approve("quality", "risicoanalyse", "kwaliteit").await?;
        self.approve("care-2", "risicoanalyse", "zorg").await?;
        self.approve("clients", "samenvatting", "clienten-naasten").await?;
        self.approve("architect", "ict-toets", "architect").await?;
        self.judge("quality", "client-risico", "kwaliteit").await?;
        self.judge("clients", "behoefte-clienten", "clienten-naasten").await?;
        self.judge("ict-2", "ict-gereed", "ict").await
    }

    /// The second gate says: not yet, a next round.
    pub async fn rework(&mut self) -> Result<()> {
        self.decide("chair", "g1", Outcome::Rework { to: PhaseKey::parse("verkenning")? }).await
    }

    /// The documents of a large funnel, each with its reviews and its judgements.
    pub async fn copies(&mut self, documents: usize, criteria: usize) -> Result<()> {
        self.reach_second_gate().await?;
        for number in 1..=documents {
            let document = format!("risicoanalyse-{number}");
            self.submit("care", &document, Stage::Concept).await?;
            self.approve("quality", &document, "kwaliteit").await?;
            self.approve("care-2", &document, "zorg").await?;
            for question in 1..=criteria {
                self.judge("quality", &format!("client-risico-{number}-{question}"), "kwaliteit").await?;
            }
        }
        Ok(())
    }
}
