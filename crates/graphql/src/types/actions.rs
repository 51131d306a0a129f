//! What the viewer can do with a project beside its gate: the engine is asked each time, so screens hold no policy.

use std::collections::{BTreeMap, BTreeSet};

use engine::{Command, EmergencyAct, PhaseKey, RolloutAct, SignalAct};

use crate::enums::ProjectAction;
use crate::session::Session;
use crate::types::project::{Project, some_text};

impl Project {
    /// What the viewer can do now.
    pub(crate) fn actions(&self, session: &Session) -> Vec<ProjectAction> {
        use ProjectAction as A;
        let today = session.store.now().today;
        let can = |command| self.viewer_can(session, command);
        let work = Command::ReportWork { phase: self.0.state.phase.clone(), began_on: today, note: some_text() };
        let signal = SignalAct::Report { kind: engine::SignalKind::Incident, reference: some_text(), on: today };
        let rollout = RolloutAct::Plan { name: some_text(), on: today };
        let all = [
            (A::AnswerFacts, self.viewer_may(session, &Command::AnswerFacts { answers: BTreeMap::new() })),
            (A::OpenRound, can(Command::OpenRound)),
            (A::EndHold, can(Command::EndHold)),
            (A::ReopenProject, !self.phases_to_reopen(session).is_empty()),
            (A::MigrateProject, self.viewer_may(session, &Command::MigrateProject { to: self.0.state.funnel, phase: None })),
            (A::NameSuppliers, self.viewer_may(session, &Command::NameSuppliers { suppliers: BTreeSet::new() })),
            (A::ReportWork, can(work)),
            (A::ReportChange, self.reports_changes(session)),
            (A::ReportSignal, can(Command::Signal(signal))),
            (A::SuspendUse, !self.may_suspend_for(session).is_empty()),
            (A::PlanRollout, can(Command::Rollout(rollout))),
            (A::AllowEmergencyUse, self.may_allow_emergency(session)),
            (A::EndEmergencyUse, can(Command::Emergency(EmergencyAct::End { reason: some_text() }))),
        ];
        all.into_iter().filter_map(|(action, can)| can.then_some(action)).collect()
    }

    /// The phases in which the viewer may let a stopped project go on.
    pub(crate) fn phases_to_reopen(&self, session: &Session) -> Vec<PhaseKey> {
        if self.0.state.lifecycle != engine::Lifecycle::Stopped {
            return Vec::new();
        }
        let phases = self.0.definition.funnel.phases.iter().map(|phase| &phase.key);
        let reopens = |phase: &&PhaseKey| {
            self.viewer_can(session, Command::ReopenProject { phase: (*phase).clone(), motivation: some_text() })
        };
        phases.filter(reopens).cloned().collect()
    }

    fn reports_changes(&self, session: &Session) -> bool {
        let Some(kind) = self.0.definition.funnel.change_kinds.first() else { return false };
        let report = engine::ChangeAct::Report { kind: kind.key.clone(), text: some_text() };
        self.viewer_can(session, Command::Change(report))
    }
}
