### Refusals and errors: what is wrong, why, and what you can do.
### The name after `rejection-`, `blocker-`, `difference-`, `wayout-` and `need-` is the name in the API.

## Refusals. One for each rule of the engine.

rejection-not_permitted = You may not do this. Only { $need } may do this. Ask the project lead for help.
rejection-project_finished = This project has stopped. Nothing changes in a stopped project any more. You can still read it.
rejection-gate_not_open = { $open ->
    [none] You cannot decide at '{ $gate }' now. No decision is open. Refresh the page.
   *[other] You cannot decide at '{ $gate }' now. '{ $open }' is open now. Refresh the page and decide there.
    }
rejection-rework_target = The project cannot go back to the phase '{ $phase }'. This decision only allows: { $phases }. Choose one of these phases.
rejection-not_ready = { $count ->
    [one] Going on is not possible yet. 1 point is still open. Solve it first, or choose another decision.
   *[other] Going on is not possible yet. { $count } points are still open. Solve them first, or choose another decision.
    }
rejection-own_revision = You helped write this version of '{ $artefact }'. So you may not review it. Ask a colleague.
rejection-own_evidence_alone = '{ $criterion }' rests only on documents that you wrote. So you may not judge it. Ask a colleague.
rejection-lead_decides_alone = You lead this project. So you may not decide on it alone. Ask somebody else who may decide.
rejection-party_not_involved = { $party } does not take part in this project yet. A party takes part from its own phase on. Wait until that phase begins.
rejection-unknown_fact = The question '{ $fact }' is not in this funnel. Choose a question of this project.
rejection-fact_type = { $levels ->
    [none] This answer does not fit the question '{ $fact }'. Give an answer of the right kind.
   *[other] This answer does not fit the question '{ $fact }'. Choose one of these answers: { $levels }.
    }
rejection-fact_answer = { $value ->
    [none] The question '{ $fact }' has no answer now. So there is nothing to confirm. Ask the project lead to answer it.
   *[other] The answer to '{ $fact }' has changed. It is now: { $value }. Look at it and confirm it again.
    }
rejection-fact_needs_no_confirmation = Nobody has to confirm the answer to '{ $fact }'. It counts already.
rejection-own_fact = You answered '{ $fact }' yourself. So you may not confirm it yourself. Ask a colleague.
rejection-unknown_artefact = The document '{ $artefact }' is not in this funnel. Choose a document of this project.
rejection-unknown_criterion = The criterion '{ $criterion }' is not in this funnel. Choose a criterion of this project.
rejection-nothing_submitted = No version of '{ $artefact }' has been submitted yet. So you cannot answer on it yet. Wait until the document is there.
rejection-nothing_changed = Nothing has changed in '{ $artefact }'. A new version must differ from the one before. Change the document and then submit it.
rejection-form_needed = '{ $artefact }' has a form. Fill in the form and then submit it.
rejection-no_form = '{ $artefact }' has no form. Submit the files only.
rejection-file_needed = '{ $artefact }' needs at least one file. Add a file and then submit it.
rejection-too_many_files = { $most ->
    [one] '{ $artefact }' takes only 1 file. Remove the other files.
   *[other] '{ $artefact }' takes at most { $most } files. Remove some files.
    }
rejection-file_type_not_allowed = '{ $artefact }' does not take a file of the kind { $found }. These kinds are allowed: { $kinds }. Save the file like that and try again.
rejection-not_a_reviewer = { $party } does not review '{ $artefact }'. Choose a party that does review this document.
rejection-not_asked = '{ $criterion }' is not asked of { $party } now. Refresh the page and choose a question that is open.
rejection-not_applicable_not_allowed = You cannot choose 'not applicable' for '{ $criterion }'. Choose 'met' or 'not met'.
rejection-evidence_missing = You cannot say yet that '{ $criterion }' is met. These documents are missing: { $artefacts }. Wait until they are there, or choose another answer.
rejection-practice_demanded = '{ $criterion }' needs proof from practice. A plan on paper is not enough. Name the test, the drill or the audit that was done.
rejection-motivation_needed = Write down why you think so. Others must be able to understand your answer. Fill in the explanation.
rejection-nothing_to_confirm = There is no earlier answer to confirm for: { $subjects }. Refresh the page. Give a new answer there if it is asked.
rejection-not_overdue = This task is not late, or the dossier says so already. You do not have to do anything.
rejection-list_length = { $count ->
    [0] You chose nothing. Choose at least 1 and at most { $most }.
   *[other] You chose { $count }. It can be 1 to { $most } at a time. Do it in smaller parts.
    }
rejection-condition_not_open = Condition { $condition } is not open. It may have been closed already. Refresh the page.
rejection-condition_not_reported = Condition { $condition } was not reported as met yet. Wait until its owner does that.
rejection-own_report = You reported condition { $condition } as met yourself. So you may not accept it yourself. Ask a colleague.
rejection-outcome_takes_no_conditions = Only 'Yes, provided' takes conditions. Choose that decision, or remove the conditions.
rejection-not_deferrable = { $count ->
    [one] 1 point cannot wait. Solve it first, or choose another decision.
   *[other] { $count } points cannot wait. Solve them first, or choose another decision.
    }
rejection-condition_missing = { $count ->
    [one] 1 open point has no condition yet. Write down who does it and when it is done.
   *[other] { $count } open points have no condition yet. Write down for each who does it and when it is done.
    }
rejection-nothing_deferred = One of the conditions is about something that is in order already. Remove that condition.
rejection-blocks_no_later_gate = { $gates ->
    [none] No gate comes after '{ $gate }'. Choose no gate for the condition.
   *[other] A condition of '{ $gate }' can only block a later gate: { $gates }. Choose one of them.
    }
rejection-no_extra_decision = Condition { $condition } asks for no extra decision now. Refresh the page.
rejection-lessons_needed = Write down what we learn from this. A next project can use it. Fill in the lessons.
rejection-not_stopped = This project was not stopped. So it cannot start again.
rejection-reopen_target = The project cannot go on in the phase '{ $phase }'. It can go on only up to where it stopped: { $phases }. Choose one of these phases.
rejection-no_round_planned = No next round is planned. Refresh the page.
rejection-not_on_hold = This project is not on hold. Refresh the page.
rejection-date_not_ahead = The date { $date } is not possible. Choose a day after today, at most { $most } days ahead.
rejection-quorum_impossible = { $party } needs { $needed } votes and has { $members } members who may vote now. Ask the administrator to add members.
rejection-rests_on_more = '{ $criterion }' is about more than this document. Answer it separately.
rejection-legal_never_waived = '{ $criterion }' is a legal requirement. It cannot be waived.
rejection-not_waivable = Nobody may waive '{ $criterion }'. The funnel does not allow it.
rejection-fact_is_derived = The answer to '{ $fact }' follows from other answers. Change those answers.
rejection-unknown_phase = The phase '{ $phase }' is not in this funnel. Choose a phase of the funnel.
rejection-version_not_usable = The project cannot go on under this version of the funnel. Choose another, published version.
rejection-phase_gone = The new version has no phase '{ $phase }' any more. Choose in which phase the project goes on.

## Who may do it. Fits the sentence 'Only … may do this'.

need-person = a person of the organisation
need-innovation_manager = an innovation manager
need-lead = the project lead or an innovation manager
need-lead_only = the project lead
need-member = a member of the party { $parties }
need-chair = the chair of the party { $party }
need-lead_or_member = the project lead or a member of the party { $parties }
need-chair_or_member = the chair of the party { $party }, or a member of the party { $parties }
need-administrator = an administrator
need-lead_or_owner = the project lead or whoever sees to the condition
need-somebody_else = somebody who did not work on it
need-system = the system itself

## The way out, in short.

wayout-ask = Ask { $need }.
wayout-submit = Submit first: { $artefacts }.
wayout-clear_blockers = Solve the open points first.
wayout-correct = Change what you filled in and try again.
wayout-none = You do not have to do anything.

## What is in the way of going on.

blocker-document_missing = '{ $artefact }' has not been submitted yet.
blocker-document_is_concept = '{ $artefact }' is still a concept. The final version is needed here.
blocker-document_too_old = '{ $artefact }' is too old. Submit a new version.
blocker-review_open = { $party } has not reviewed '{ $artefact }' yet.
blocker-review_stale = { $party } reviewed an earlier version of '{ $artefact }'.
blocker-changes_requested = { $party } asks for a change in '{ $artefact }'.
blocker-judgement_open = { $party } has not answered '{ $criterion }' yet.
blocker-judgement_stale = The answer of { $party } on '{ $criterion }' is out of date. The evidence has changed.
blocker-not_met = '{ $criterion }' is not met according to { $party }.
blocker-condition_open = Condition { $condition } of an earlier decision is still open.

## What changed while you were busy.

difference-revision = { $revision ->
    [none] '{ $artefact }' has no version now.
   *[other] '{ $artefact }' now has version { $revision }.
    }
difference-round = { $round ->
    [none] No round is open now.
   *[other] Round { $round } is open now.
    }
difference-readiness = The state of the decision has changed.

## Errors outside the engine.

error-rejected = This is not possible. Read why and what you can do.
error-conflict = Something changed while you were busy. What you filled in is kept. Look at what is different and try again.
error-not-found = This was not found. It may be gone, or you may not see it. Go back to your tasks.
error-key-reused = This request was made before, with other content. Refresh the page and try again.
error-form = The form is not filled in well yet. Look at the marked questions.
error-input = What was sent cannot be read. Refresh the page and try again.
error-text-empty = This text is empty. Fill something in.
error-text-too-long = This text is too long. It takes { $most } characters. Make the text shorter.
error-text-character = This text has a character that is not allowed. Type the text again, without strange characters.
error-too-large = This is too large. It takes at most { $most }. Make it smaller and try again.
error-too-complex = This request is too large at once. Ask for less at a time.
error-rate-limited = You are doing this too often. Wait a moment and then try again.
error-not-signed-in = You are not signed in. Sign in and then go on.
error-sign-in-failed = The e-mail address or the password is not right. Check them and try again.
error-unavailable = Trechter cannot be reached for a moment. What you typed is kept. Try again in a minute.
error-internal = Something went wrong on our side. Nothing has changed. Try again. Does it go wrong again? Then report this code: { $id }.
