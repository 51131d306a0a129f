### The letters. The subject is the question with the date. No health data, no explanations.

## Would you review?

mail-please_review-subject = Would you review '{ $artefact }' of '{ $project }'? Please by { $date }
mail-please_review-heading = Would you review '{ $artefact }'?
mail-please_review-body = A document is ready for you in the project '{ $project }'. It is version { $revision } of '{ $artefact }'.
mail-please_review-act = Read the document. Approve it, or request changes.
mail-please_review-due = Please by
mail-please_review-button = Read and review
mail-please_review-reason = You receive this e-mail because you are a member of: { $parties }.

## A decision was taken.

mail-decision_taken-subject = Decision on '{ $project }': { $outcome } ({ $date })
mail-decision_taken-heading = There is a decision on '{ $project }'
mail-decision_taken-body = '{ $gate }' has been decided. The decision was taken by: { $party }.
mail-decision_taken-outcome = The decision
mail-decision_taken-date = Date
mail-decision_taken-next = { $outcome ->
    [stop] The project stops. You do not have to do anything for it any more.
    [rework] The project goes on in the phase '{ $phase }'. { mail-decision_taken-tasks }
    [hold] The project waits for a while. You do not have to do anything for it now.
    [conditional_go] The project goes on, with conditions. The phase is now '{ $phase }'. { mail-decision_taken-tasks }
   *[go] The project now goes to the phase '{ $phase }'. { mail-decision_taken-tasks }
    }
mail-decision_taken-tasks = { $reader ->
    [account] What you can do there is in your tasks.
   *[other] You do not have to do anything now. Do we ask you something later? Then you get an e-mail.
    }
mail-decision_taken-button = Read the decision
mail-decision_taken-reason = You receive this e-mail because you are involved in this project.

## News on the way. $about is the body, the document, the duty or the party; $day the day on which it happened.

mail-news-due = Please by

mail-involved-subject = You take part in '{ $project }' ({ $day })
mail-involved-heading = You take part in '{ $project }'
mail-involved-body = There is a new project: '{ $project }'. You take part from the start. The phase is now '{ $about }'.
mail-involved-act = What you can do is among your tasks. Is there nothing yet? You get an e-mail when that changes.
mail-involved-button = Look at the project

mail-please_judge-subject = Would you answer on '{ $about }' of '{ $project }'? By { $date } please
mail-please_judge-heading = Would you answer on '{ $about }'?
mail-please_judge-body = The document '{ $about }' of the project '{ $project }' was submitted. Your party answers one or more questions on it.
mail-please_judge-act = Read the document. The questions are below it.
mail-please_judge-button = Read and answer

mail-answer_stale-subject = Does your answer stand? '{ $about }' of '{ $project }' changed. By { $date } please
mail-answer_stale-heading = Does your answer stand?
mail-answer_stale-body = The document '{ $about }' of the project '{ $project }' changed after your party answered.
mail-answer_stale-act = Look at what is different. Then confirm the answer, or give another one.
mail-answer_stale-button = Look at what is different

mail-answer_replaced-subject = A colleague gave another answer than you on '{ $about }' of '{ $project }' ({ $day })
mail-answer_replaced-heading = A colleague gave another answer than you
mail-answer_replaced-body = You and a colleague both answered for your party. It was about '{ $about }' of the project '{ $project }'. The last answer counts. { $word ->
    [approve] You approved the document.
    [request_changes] You asked for changes.
    [met] Your answer was: yes, this is met.
    [not_met] Your answer was: no, this is not met.
   *[not_applicable] Your answer was: this does not apply.
    } { $instead ->
    [approve] Your colleague approved it after that.
    [request_changes] Your colleague asked for changes after that.
    [met] Your colleague's answer is: yes, this is met.
    [not_met] Your colleague's answer is: no, this is not met.
   *[not_applicable] Your colleague's answer is: this does not apply.
    }
mail-answer_replaced-act = Do you agree? Then you do not have to do anything. Do you disagree? Then talk with your colleague. After that you can answer again.
mail-answer_replaced-button = See the answer

mail-gate_ready-subject = Would you decide on '{ $project }'? By { $date } please
mail-gate_ready-heading = Would you decide on '{ $project }'?
mail-gate_ready-body = For the project '{ $project }' everything is there for the gate '{ $about }'.
mail-gate_ready-act = Read what there is, and decide.
mail-gate_ready-button = Look and decide

mail-changes_requested-subject = Would you change '{ $about }' of '{ $project }'? Asked on { $day }
mail-changes_requested-heading = Would you change '{ $about }'?
mail-changes_requested-body = The document '{ $about }' of the project '{ $project }' was read. A change is asked for.
mail-changes_requested-act = Read what should be different. Then submit a new version.
mail-changes_requested-button = Read what is asked

mail-advice_given-subject = { $word ->
    [positive] The { $about } gives positive advice on '{ $project }' ({ $day })
    [consent_given] The { $about } consents to '{ $project }' ({ $day })
   *[other] Would you respond to the advice of the { $about } on '{ $project }'? Given on { $day }
    }
mail-advice_given-heading = { $word ->
    [consent_given] The { $about } consents
   *[other] There is advice from the { $about }
    }
mail-advice_given-body = The { $about } has answered about the project '{ $project }'.
mail-advice_given-act = { $word ->
    [positive] You do not have to do anything now. Do read the advice: it may hold something that helps.
    [consent_given] You do not have to do anything now.
    [positive_with_points] The { $about } says yes, if something goes differently. Read the advice. Say what you do with each point, and why.
   *[negative] The { $about } is not in favour. Talk with each other first. Then give your answer, with the reason.
    }
mail-advice_given-button = Read the advice

mail-consent_withheld-subject = The { $about } does not consent to '{ $project }' ({ $day })
mail-consent_withheld-heading = The { $about } does not consent
mail-consent_withheld-body = The { $about } withheld its consent to the project '{ $project }'. The project cannot go on like this.
mail-consent_withheld-act = Read why. The project lead can change the proposal and ask for consent again, or withdraw it.
mail-consent_withheld-button = Read the answer

mail-advice_requested-subject = The { $about } wants to give advice on '{ $project }'. Will you ask it?
mail-advice_requested-heading = The { $about } wants to give advice
mail-advice_requested-body = On { $day } the { $about } asked whether it may give advice on the project '{ $project }'.
mail-advice_requested-act = Ask for the advice. If you do not want to, say why not.
mail-advice_requested-button = Give an answer

mail-time_asked-subject = The { $about } asks for more time for '{ $project }': until { $date }. Is that possible?
mail-time_asked-heading = The { $about } asks for more time
mail-time_asked-body = The { $about } would like time for the project '{ $project }' until { $date }.
mail-time_asked-act = Give that time. If that is not possible, say why not.
mail-time_asked-button = Give an answer

mail-term_passed-subject = The { $about } had time for '{ $project }' until { $date }. Will you call?
mail-term_passed-heading = There is no answer yet from the { $about }
mail-term_passed-body = The { $about } had time until { $date } to answer about the project '{ $project }'. There is no answer yet. That is not a yes.
mail-term_passed-act = Ask what is needed. The { $about } can still answer. If no answer comes, put that on record.
mail-term_passed-button = See the question

mail-condition_assigned-subject = Would you see to condition { $number } of '{ $project }'? Please by { $date }
mail-condition_assigned-heading = There is a condition for you
mail-condition_assigned-body = { $about ->
    [none] The decision on the project '{ $project }' made condition { $number }. You own it.
   *[other] The decision on the project '{ $project }' made condition { $number }, about '{ $about }'. You own it.
    }
mail-condition_assigned-act = Read what was agreed. Is it done? Then report it.
mail-condition_assigned-button = Read the condition

mail-condition_reported-subject = Is condition { $number } of '{ $project }' met? Would you look? Reported on { $day }
mail-condition_reported-heading = Is condition { $number } met?
mail-condition_reported-body = Its owner reports that condition { $number } of the project '{ $project }' is met.
mail-condition_reported-act = See whether that is right. Accept it, or send it back with the reason.
mail-condition_reported-button = See the condition

mail-condition_sent_back-subject = Condition { $number } of '{ $project }' is not met yet. Please by { $date }
mail-condition_sent_back-heading = Condition { $number } is not met yet
mail-condition_sent_back-body = What you reported on condition { $number } of the project '{ $project }' is not enough yet.
mail-condition_sent_back-act = Read what is still needed.
mail-condition_sent_back-button = Read why

mail-condition_postponed-subject = Condition { $number } of '{ $project }' has a new date: { $date }
mail-condition_postponed-heading = Condition { $number } has a new date
mail-condition_postponed-body = It was decided that condition { $number } of the project '{ $project }' may be met later.
mail-condition_postponed-act = If this date is not possible either, say so in time.
mail-condition_postponed-button = Read the condition

mail-condition_near-subject = Will you think of condition { $number } of '{ $project }'? Please by { $date }
mail-condition_near-heading = Will you think of condition { $number }?
mail-condition_near-body = { $about ->
    [none] Condition { $number } of the project '{ $project }' is due soon. You are its owner.
   *[other] Condition { $number } of the project '{ $project }', about '{ $about }', is due soon. You are its owner.
    }
mail-condition_near-act = Is it done? Then report it. Will it not be done in time? Talk with the project lead now.
mail-condition_near-button = See the condition

mail-condition_overdue-subject = Condition { $number } of '{ $project }' was due on { $date }. How is it going?
mail-condition_overdue-heading = Condition { $number } is late
mail-condition_overdue-body = { $about ->
    [none] Condition { $number } of the project '{ $project }' was due on { $date }.
   *[other] Condition { $number } of the project '{ $project }', about '{ $about }', was due on { $date }.
    }
mail-condition_overdue-act = Is it done? Then report it. Is it not possible? Talk with the project lead.
mail-condition_overdue-button = See the condition

mail-document_expires-subject = '{ $about }' of '{ $project }' is valid until { $date }. Would you renew it?
mail-document_expires-heading = '{ $about }' runs out soon
mail-document_expires-body = The document '{ $about }' of the project '{ $project }' is valid until { $date }.
mail-document_expires-act = Make a new version in time. Then nothing has to stop.
mail-document_expires-button = Renew the document

mail-document_expired-subject = '{ $about }' of '{ $project }' ran out on { $date }. Would you renew it?
mail-document_expired-heading = '{ $about }' ran out
mail-document_expired-body = The document '{ $about }' of the project '{ $project }' was valid until { $date }. What rests on it is asked again.
mail-document_expired-act = Make a new version.
mail-document_expired-button = Renew the document

mail-duty_began-subject = Would you do '{ $about }' for '{ $project }'? Please by { $date }
mail-duty_began-heading = '{ $about }' is one of your tasks
mail-duty_began-body = As long as '{ $project }' is in use, '{ $about }' belongs to it. It comes back to you again and again.
mail-duty_began-act = The first time is by { $date }.
mail-duty_began-button = See what is needed

mail-duty_overdue-subject = '{ $about }' for '{ $project }' was due on { $date }. Would you do it?
mail-duty_overdue-heading = '{ $about }' is late
mail-duty_overdue-body = '{ $about }' for the project '{ $project }' was due on { $date }.
mail-duty_overdue-act = Is it done? Then put it on record. Not yet? Plan it now.
mail-duty_overdue-button = See what is needed

mail-change_reported-subject = Something changes about '{ $project }'. Would you look again? Please by { $date }
mail-change_reported-heading = Something changes about '{ $project }'
mail-change_reported-body = { $about ->
    [none] A change was reported on { $day }.
   *[other] A change was reported on { $day }: { $about }.
    }
mail-change_reported-act = Read what changes. What is asked of you again is in your tasks.
mail-change_reported-button = Read the change

mail-signal_reported-subject = { $word ->
    [data_breach] A data breach was reported for '{ $project }'. It happened on { $date }
    [complaint] A complaint was reported for '{ $project }'. It happened on { $date }
    [experience] A client told something about '{ $project }' ({ $date })
   *[incident] An incident was reported for '{ $project }'. It happened on { $date }
    }
mail-signal_reported-heading = There is a signal about '{ $project }'
mail-signal_reported-body = { $word ->
    [data_breach] There was a data breach on { $date }. It was reported on { $day }.
    [complaint] There was a complaint on { $date }. It was reported on { $day }.
    [experience] A client told what happened on { $date }. It was reported on { $day }.
   *[incident] There was an incident on { $date }. It was reported on { $day }.
    }
mail-signal_reported-act = See whether clients are safe now. If they are not, the use can be suspended at once.
mail-signal_reported-button = Read the signal

mail-use_suspended-subject = '{ $project }' was suspended on { $day }. Do not use it now
mail-use_suspended-heading = '{ $project }' is suspended
mail-use_suspended-body = The use was suspended by: { $about }.
mail-use_suspended-act = Do not use it until you hear that it can be used again. Tell whoever works with it.
mail-use_suspended-button = Read why

mail-use_resumed-subject = '{ $project }' is no longer suspended by { $about } ({ $day })
mail-use_resumed-heading = '{ $project }' is no longer suspended by { $about }
mail-use_resumed-body = The use was suspended by: { $about }. As far as they are concerned it may go on.
mail-use_resumed-act = { $reader ->
    [account] See first whether nobody else holds it back.
   *[other] Somebody else may still hold it back. Ask before you use it again.
    }
mail-use_resumed-button = Read how it stands now

mail-extra_decision-subject = Condition { $number } of '{ $project }' is late. An extra decision is needed, by { $date }
mail-extra_decision-heading = An extra decision is needed on '{ $project }'
mail-extra_decision-body = Condition { $number } was not met in time, while '{ $project }' is in use already.
mail-extra_decision-act = Who decides chooses: go on with a new date, pause, or stop. Is the condition met after all? Then report it right away.
mail-extra_decision-button = See the decision

mail-emergency_told-subject = '{ $project }' may be used in an emergency for a while, until { $date }
mail-emergency_told-heading = You hear this today: '{ $project }' may be used for a while
mail-emergency_told-body = The board thinks that this cannot wait. So '{ $project }' may be used until { $date }, before the usual decision.
mail-emergency_told-act = You do not have to do anything. Do you have questions, or do you disagree? Tell your coach or call us.
mail-emergency_told-button = Read more about it

mail-emergency_allowed-subject = '{ $project }' may be used in an emergency, until { $date }
mail-emergency_allowed-heading = '{ $project }' may be used for a while
mail-emergency_allowed-body = This was decided by: { $about }. The use ends by itself after { $date }, unless there is a usual decision before.
mail-emergency_allowed-act = { $reader ->
    [account] What is still missing is in the conditions.
   *[other] You do not have to do anything. What is still missing was agreed on.
    }
mail-emergency_allowed-button = Read the conditions

mail-emergency_ended-subject = { $word ->
    [went_live] The temporary use of '{ $project }' is over: it is now in use as usual ({ $day })
   *[other] The temporary use of '{ $project }' ended on { $day }. Do not use it any more
    }
mail-emergency_ended-heading = The temporary use of '{ $project }' is over
mail-emergency_ended-body = { $word ->
    [went_live] There was a usual decision. '{ $project }' may stay in use.
    [term] The time that was set for it is over.
   *[other] It ended earlier than was set.
    }
mail-emergency_ended-act = { $word ->
    [went_live] You do not have to do anything.
   *[other] Do not use it any more until there is a decision. Tell whoever works with it.
    }
mail-emergency_ended-button = See the project

mail-record_made-subject = Is this answer about '{ $project }' right? It was entered on behalf of: { $about }
mail-record_made-heading = Is this answer right?
mail-record_made-body = On { $day } somebody entered an answer about '{ $project }'. It was on behalf of you or your party: { $about }. That is allowed after a meeting, a letter or a phone call.
mail-record_made-act = Is it not right? Then say so in time.
mail-record_made-button = Read whether it is right

mail-record_contested-subject = An answer entered about '{ $project }' is not right, says who gave it ({ $day })
mail-record_contested-heading = An answer that was entered is not right
mail-record_contested-body = An answer about the project '{ $project }' was entered on somebody's behalf. They now say that it is not right.
mail-record_contested-act = The answer no longer counts and is asked again. Read what was not right.
mail-record_contested-button = Read what was said

mail-evidence_changed-subject = { $about ->
    [none] Evidence that '{ $project }' rests on changed ({ $day }). Would you look again?
   *[other] '{ $about }' changed ({ $day }). Would you look again for '{ $project }'?
    }
mail-evidence_changed-heading = Evidence changed or ran out
mail-evidence_changed-body = { $about ->
    [none] Answers in the project '{ $project }' rest on evidence of the organisation. That evidence changed or ran out.
   *[other] Answers in the project '{ $project }' rest on '{ $about }'. That evidence changed or ran out.
    }
mail-evidence_changed-act = What is asked of you again is in your tasks.
mail-evidence_changed-button = See the project

mail-evidence_to_judge-subject = Would you judge '{ $about }'? Submitted on { $day }
mail-evidence_to_judge-heading = Would you judge '{ $about }'?
mail-evidence_to_judge-body = There is new evidence of the organisation: '{ $about }'. You judge it once, for all projects.
mail-evidence_to_judge-act = Look at it. Say whether it is sufficient, and why.
mail-evidence_to_judge-button = Look and judge

mail-evidence_insufficient-subject = '{ $about }' is not sufficient yet ({ $day }). Would you complete it?
mail-evidence_insufficient-heading = '{ $about }' is not sufficient yet
mail-evidence_insufficient-body = The evidence '{ $about }' was judged. It is not sufficient yet. Projects that rest on it wait for that.
mail-evidence_insufficient-act = Read why. Then submit a new version.
mail-evidence_insufficient-button = Read why

mail-evidence_expires-subject = '{ $about }' is valid until { $date }. Would you renew it?
mail-evidence_expires-heading = '{ $about }' runs out soon
mail-evidence_expires-body = The evidence '{ $about }' is valid until { $date }. After that, projects can no longer rest on it.
mail-evidence_expires-act = Submit a new version in time.
mail-evidence_expires-button = Renew the evidence

mail-stand_in-subject = Until { $date } you answer for a member of { $about }
mail-stand_in-heading = You stand in for a member of { $about }
mail-stand_in-body = Somebody of { $about } is away for a while. Until { $date } you answer in place of that member.
mail-stand_in-act = What waits for you now is in your tasks.
mail-stand_in-button = See your tasks

mail-body_asked-subject = Would you answer a question to the { $about }? You have time until { $date }
mail-body_asked-heading = There is a question to the { $about }
mail-body_asked-body = The organisation asks what the { $about } thinks of a plan that is for all projects.
mail-body_asked-act = { $reader ->
    [account] Read the explanation. Then give your opinion. The chair puts on record what you think together.
   *[other] You read the explanation together with your coach or your chair. There you also give your opinion.
    }
mail-body_asked-button = Read the question

mail-body_informed-subject = For the information of the { $about } ({ $day })
mail-body_informed-heading = For the information of the { $about }
mail-body_informed-body = The organisation tells the { $about } about a plan that is for all projects.
mail-body_informed-act = You do not have to do anything. Would you like to give advice all the same? That is always allowed.
mail-body_informed-button = Read the explanation

mail-body_reminded-subject = Will you think of the question to the { $about }? You have time until { $date }
mail-body_reminded-heading = Will you think of the question to the { $about }?
mail-body_reminded-body = The { $about } has not answered yet. It does not have to yet.
mail-body_reminded-act = { $reader ->
    [account] Do you need more time? Then ask for it.
   *[other] Do you need more time? Tell your coach.
    }
mail-body_reminded-button = Read the question

mail-body_answered-subject = What the organisation does with the advice of the { $about } ({ $day })
mail-body_answered-heading = What the organisation does with your advice
mail-body_answered-body = The { $about } gave advice. The organisation has answered it.
mail-body_answered-act = { $reader ->
    [account] Read what was done with the advice, and why.
   *[other] Your coach or your chair can show you what was done with the advice, and why.
    }
mail-body_answered-button = Read the answer

## For who has no account.

mail-own_page-button = Open your page
mail-own_page-more = On your own page you read again what we asked you about this project, and what was done with it.
mail-no_page-more = Would you like to know more? Ask your coach or { $organisation }.

## In every letter.

mail-greeting = Dear { $name },
mail-link = Does the button not work? Copy this link:
mail-sender = This e-mail was sent automatically by { $organisation }.
mail-questions = Questions? Call { $phone }.

## Dates, written out.

date-written = { $weekday } { $day } { $month }
date-written-year = { $weekday } { $day } { $month } { $year }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
