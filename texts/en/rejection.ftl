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
rejection-quorum_impossible = { $party } needs { $needed } votes. Now { $members } members may vote. Ask the administrator to add members.
rejection-rests_on_more = '{ $criterion }' is about more than this document. Answer it separately.
rejection-legal_never_waived = '{ $criterion }' is a legal requirement. It cannot be waived.
rejection-not_waivable = Nobody may waive '{ $criterion }'. The funnel does not allow it.
rejection-fact_is_derived = The answer to '{ $fact }' follows from other answers. Change those answers.
rejection-unknown_phase = The phase '{ $phase }' is not in this funnel. Choose a phase of the funnel.
rejection-version_not_usable = The project cannot go on under this version of the funnel. Choose another, published version.
rejection-phase_gone = The new version has no phase '{ $phase }' any more. Choose in which phase the project goes on.
rejection-consultation_not_asked = This consultation does not belong to the gate that is open now. Refresh the page and choose one that does.
rejection-consultation_stands = This was asked already: see consultation { $consultation }. Nothing has changed since. You do not have to ask again.
rejection-not_at_this_step = This is not possible for consultation { $consultation } now. It may have moved on or been closed. Refresh the page.
rejection-summary_needed = There is no summary yet. Whoever you ask for advice must be able to understand the proposal well. Write a short summary in plain words.
rejection-documents_missing = You cannot ask for advice yet. These documents are missing: { $artefacts }. Submit them first.
rejection-term_too_short = This date is too early. It leaves too little time for an answer. Choose { $earliest } or a later day.
rejection-term_outside = This date is not possible. Choose a day after { $earliest }, and no later than { $latest }.
rejection-term_too_far = By its own rules { $party } can only answer on { $first }. A question may stay open for at most { $days } days. That is up to and including { $last }. Ask an administrator to enter an earlier meeting or a shorter holiday. Or ask the question later.
rejection-term_running = The time for consultation { $consultation } still runs up to and including { $due }. So you cannot record yet that no answer came. Wait until that day is over.
rejection-verdict_does_not_fit = { $right ->
    [consent] This answer does not fit consultation { $consultation }. It asks for consent. Choose 'consent' or 'no consent'.
    [advice] This answer does not fit consultation { $consultation }. It asks for advice, not for consent. Choose positive or negative advice.
   *[information] Consultation { $consultation } needs no answer. It is for information only. Do you want to say something all the same? Then give unasked advice.
    }
rejection-overleg_needed = You want to deviate from the advice in consultation { $consultation }. That is possible only after a talk with whoever gave the advice. Have that talk and record it.
rejection-proposal_unchanged = Nothing has changed since consultation { $consultation }. You cannot put the same proposal forward again. Change the proposal and then put it forward again.
rejection-not_a_body = { $party } gives no advice in this funnel. Choose a council or adviser that does.
rejection-body_without_members = { $party } has no members. So you cannot ask it for advice. Ask the administrator to add members.
rejection-date_in_future = The date { $date } is still to come. You are recording something that has happened. Choose today or an earlier day.
rejection-date_too_early = This date is too early. This could not have happened before { $earliest }. Choose that day or a later day.
rejection-not_recordable = You cannot enter this for somebody else. That is possible only with an answer, a vote, advice or a decision. Ask the other person to do it.
rejection-unknown_person = This person is not known in Trechter. Choose somebody else, or ask the administrator to add the person.
rejection-lead_records_decision = You lead this project. So you may not enter the decision on it. Ask a colleague.
rejection-more_votes_than_present = You filled in more votes than there were people. Check the numbers and change them.
rejection-not_contestable = You cannot contest record { $record }. It may have been contested already. Refresh the page.
rejection-contest_too_late = You cannot contest record { $record } any more. That was possible up to and including { $until }. What was recorded stands.
rejection-decision_not_contested = The decision at '{ $gate }' is not contested. You do not have to look at it again. Refresh the page.
rejection-organisation_evidence_missing = You cannot say yet that '{ $criterion }' is met. This evidence of the organisation is missing or does not count: { $evidence }. Wait until it is in order, or choose another answer.
rejection-unknown_evidence = The evidence '{ $evidence }' is not kept by this organisation. Choose evidence from the list.
rejection-evidence_empty = '{ $evidence }' needs a text or a file. Add one of them and then submit it.
rejection-evidence_unchanged = Nothing has changed in '{ $evidence }'. A new version must differ from the one before. Change the evidence and then submit it.
rejection-evidence_revision = { $current ->
    [none] No version of '{ $evidence }' has been submitted yet. So you cannot do anything with it yet. Wait until the evidence is there.
   *[other] '{ $evidence }' now has version { $current }. You looked at another version. Look at the new version and try again.
    }
rejection-own_organisation_evidence = You helped write this version of '{ $evidence }'. So you may not judge it. Ask a colleague.
rejection-no_board = No board has been chosen yet to adopt improvement plans. So this is not possible yet. Ask the administrator to choose the board.
rejection-no_gap = '{ $evidence }' is in order. So no improvement plan is needed. Refresh the page.
rejection-delegates_to_self = You cannot stand in for yourself. Choose somebody else.
rejection-not_a_member = This person is no member of { $party }. So there is nobody to stand in for. Choose a member of this party.
rejection-not_a_delegate = This person cannot stand in for a member of { $party }. Choose somebody who belongs to a party of this organisation. In a council only another member can stand in.
rejection-delegation_dates = These days are not possible. Choose a first and a last day between { $earliest } and { $latest }.
rejection-delegation_overlaps = Somebody stands in for these days already. Choose other days, or end delegation { $delegation } first.
rejection-no_delegation = Delegation { $delegation } is not in force. It may be over already. Refresh the page.
rejection-no_agreement = Agreement { $agreement } is not in force. It may have been taken back already. Refresh the page.
rejection-nothing_passed = No date has passed yet, or the dossier says so already. You do not have to do anything.
rejection-in_the_past = The date { $date } has passed already. Choose today or a later day.
rejection-already_expired = '{ $artefact }' has expired. Its last day was { $ended }. Submit a version that is still valid.
rejection-evidence_expired = You cannot say yet that '{ $criterion }' is met. These documents have expired: { $artefacts }. Wait for a new version, or choose another answer.
rejection-unknown_duty = The recurring task '{ $duty }' is not in this funnel. Choose a task of this project.
rejection-duty_of_another_phase = The recurring task '{ $duty }' belongs to the phase '{ $phase }'. So it is not needed now. You do not have to do anything.
rejection-duty_needs_document = The recurring task '{ $duty }' is done only with a new version of '{ $artefact }'. Submit that version. The task is done when the version is approved.
rejection-duty_held_before = This date is too early for the recurring task '{ $duty }'. The last time was on { $last }, or the phase began only then. Choose that day or a later day.
rejection-not_in_use = In the phase '{ $phase }' the application is not in use. So this is not possible now. Wait until the application is in use.
rejection-unknown_change_kind = The kind of change '{ $change_kind }' is not in this funnel. Choose a kind from the list.
rejection-change_not_open = Change { $change } is not open. It may have been closed already. Refresh the page.
rejection-change_never_small = A change of the kind '{ $change_kind }' is never small. So all new answers are needed. Wait until they are there.
rejection-own_change = You reported change { $change } yourself. So you may not close it yourself. Ask a colleague.
rejection-no_signals_here = This funnel does not work with signals. So this is not possible here. Report it where your organisation takes such reports.
rejection-signal_not_open = Signal { $signal } is not open. It may have been handled already. Refresh the page.
rejection-signal_not_answered = { $blockers ->
    [one] Signal { $signal } cannot be closed yet. 1 point is still open. Solve it first.
   *[other] Signal { $signal } cannot be closed yet. { $blockers } points are still open. Solve them first.
    }
rejection-may_not_suspend = { $allowed ->
    [none] { $party } may not suspend the use. Nobody may do so in this funnel. Talk about it with the project lead.
   *[other] { $party } may not suspend the use. These parties may: { $allowed }. Ask one of them.
    }
rejection-already_suspended = { $party } has suspended the use already. It does not have to be done again. Refresh the page.
rejection-not_suspended = { $party } did not suspend the use. Only whoever suspended it can release it. Refresh the page.
rejection-use_suspended = The use is suspended. So nothing new can begin. It was suspended by: { $parties }. Ask there what is needed.
rejection-rollout_not_planned = Rollout { $rollout } is not planned. It may have started or been cancelled already. Refresh the page.
rejection-rollout_not_checked = Rollout { $rollout } cannot start yet. These questions have no 'yes' yet: { $checks }. Wait until all of them do.
rejection-unknown_rollout_check = The question '{ $check }' is not asked of { $party } for a rollout. Refresh the page and choose a question that is open.
rejection-no_emergency_use_here = This funnel knows no emergency use. The application can only go into use after a decision. Wait for that decision.
rejection-no_emergency_use = There is no emergency use now. So there is nothing to stop.
rejection-already_in_use = The application is in use already. So emergency use is not needed. You do not have to do anything.
rejection-emergency_spent = Emergency use was allowed before. That is possible only once. Wait for the decision at the gate.
rejection-emergency_term = Emergency use can last up to and including { $latest }. Choose a day from today on, and no later than that day.
rejection-parties_not_heard = Not everybody has been heard on the emergency use yet. Still missing: { $parties }. Ask what they think and write it down.
rejection-not_to_be_heard = { $party } does not have to be heard on emergency use. Remove this party.

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
need-chair_or_administrator = the chair of the party { $party }, or an administrator
need-lead_or_person = the project lead or whoever sees to the condition
need-somebody_else = somebody who did not work on it
need-person_or_chair = the person this was entered for, or the chair of the party { $party }
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
blocker-organisation_evidence = { $standing ->
    [unjudged] { $party } needs evidence of the organisation for '{ $criterion }'. '{ $evidence }' has not been judged yet.
    [insufficient] { $party } needs evidence of the organisation for '{ $criterion }'. '{ $evidence }' is not good enough.
    [expired] { $party } needs evidence of the organisation for '{ $criterion }'. '{ $evidence }' has expired.
   *[missing] { $party } needs evidence of the organisation for '{ $criterion }'. '{ $evidence }' is not there yet.
    }
blocker-decision_contested = The decision at '{ $gate }', round { $round }, was contested. Look at it again.
blocker-consultation = { $lacks ->
    [not_opened] { $body } has not been asked anything yet.
    [requested] { $body } wants to give advice. That has not been answered yet.
    [open] { $body } has not answered yet. No answer is not a 'yes'.
    [response_missing] Nobody has responded to the advice of { $body } yet.
    [overleg_missing] { $body } gave negative advice. It has not been talked over together yet.
    [waiting_until] After the response to { $body } there is still time to wait.
    [consent_withheld] { $body } does not consent.
    [no_consent] { $body } did not answer in time. That is not consent.
   *[stale] { $body } answered on something that has changed since.
    }
blocker-document_expired = '{ $artefact }' has expired. Submit a new version.
blocker-evidence_expired = The answer of { $party } on '{ $criterion }' no longer counts. The evidence has expired.
blocker-expiry_open = '{ $artefact }' has expired. What rests on it has not been answered again yet.
blocker-change_open = Change { $change } is still open.
blocker-signal_open = Signal { $signal } has not been handled yet.
blocker-use_suspended = { $party } has suspended the use.
blocker-signed_early = '{ $artefact }' was signed too early. { $party } had not said yet that '{ $criterion }' is met.
blocker-begun_early = The work of the phase '{ $phase }' began too early. There was no decision yet.

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
error-entered-before = This decision of this meeting was recorded before: by { $who }, on { $date }. It is there once. Must it be otherwise? Then go to the project.
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
