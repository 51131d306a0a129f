### Advice and consent: questions to a council or adviser, the answer and the response.

## On the page of the project.

web-consult = Advice and consent
web-consult-lead = These councils and advisers take part. No answer is not a 'yes'.
web-consult-name-advice = Advice of { $body }
web-consult-name-consent = Consent of { $body }
web-consult-name-information = Information for { $body }
web-consult-name-any = Advice or consent of { $body }
web-consult-name-own = Advice of { $body }, of its own accord
web-consult-prepare-advice = Prepare the request for advice
web-consult-prepare-consent = Prepare the request for consent
web-consult-prepare-information = Prepare the information
web-consult-first = Needed first: { $documents }
web-consult-no-members = { $body } has no members yet
web-consult-again = Ask question { $number } again
web-consult-term = At least { $days } working days: asked today means { $date } at the latest
web-consult-you-can = You can do something here.
web-consult-volunteer = Ask or advise something for { $body }

## Where it stands.

web-consult-step-requested = Wants to advise
web-consult-step-asked = Waits for an answer
web-consult-step-advised = Response needed
web-consult-step-withheld = No consent
web-consult-step-unanswered = No answer
web-consult-step-wait = Waiting time
web-consult-end-informed = Informed
web-consult-end-answered = Closed
web-consult-end-no_answer = No answer
web-consult-end-substituted = Consent in its place
web-consult-check-done = Closed
web-consult-check-waiting = Waits for an answer
web-consult-check-to_do = To do
web-consult-check-adjust = No consent
web-consult-check-stale = Out of date
web-consult-check-not_yet = Not possible yet
web-consult-check-expired = Expired
web-consult-check-waived = Waived
web-consult-now-asked = { $body } has until { $date }.
web-consult-now-passed = The time was over on { $date }. No answer came. That is not a 'yes'.
web-consult-now-choose = There is a new summary. The chair chooses how much time there is now. First it was until { $date }.
web-consult-now-extension = { $body } asks for more time, until { $date }.
web-consult-now-advised = { $body } answered: { $verdict }. Now a response is needed.
web-consult-now-overleg = Do you want to deviate from this advice? Then a conversation with { $body } comes first.
web-consult-now-conferred = The conversation was held on { $date }.
web-consult-now-requested = { $body } wants to advise on this project. You have to answer that.
web-consult-now-withheld = { $body } does not consent. The gate stays shut.
web-consult-now-unanswered = { $body } gave no answer. That is no consent. The gate stays shut.
web-consult-now-informed = { $body } was informed. No answer is needed.
web-consult-now-answered = { $body } answered: { $verdict }.
web-consult-now-no_answer = { $body } gave no answer. That was recorded as such.
web-consult-now-substituted = Another body gave consent in its place.
web-consult-now-wait = After that there is a waiting time. The decision can be taken on { $date }.
web-consult-now-stale = What { $body } saw has changed since.
web-verdict-positive = Positive advice
web-verdict-positive-hint = We think this is a good plan.
web-verdict-positive_with_points = Positive advice, with points
web-verdict-positive_with_points-hint = We think this is good, if these points are settled.
web-verdict-negative = Negative advice
web-verdict-negative-hint = We think this is not a good plan.
web-verdict-consent_given = Consent
web-verdict-consent_given-hint = We consent to this plan.
web-verdict-consent_withheld = No consent
web-verdict-consent_withheld-hint = We do not consent. The plan cannot go on like this.
web-following-followed = We follow all of the advice
web-following-partly = We follow a part of the advice
web-following-not_followed = We do not follow the advice
web-following-followed-done = All of the advice was followed.
web-following-partly-done = A part of the advice was followed.
web-following-not_followed-done = The advice was not followed.
web-right-information = { $body } gets information. No answer is needed. Advising is always allowed.
web-right-advice = { $body } gives advice. You respond with reasons. If you deviate, a conversation comes first.
web-right-consent = { $body } has to consent. Without consent the gate stays shut.
web-right-agreed = { $body } itself agreed that information is enough here.
web-right-word-information = For information
web-right-word-advice = Advice
web-right-word-consent = Consent

## Asking the question.

web-ask-lead = The gate '{ $gate }' asks this. After that { $body } hears from you.
web-ask-documents = These documents go along
web-ask-documents-lead = Today's version counts. If something changes later, the council or adviser hears of it.
web-ask-document-missing = is not there yet
web-ask-is-summary = this is the summary
web-ask-missing = { $count ->
    [one] You cannot ask this yet. First submit the document that is not there yet.
   *[other] You cannot ask this yet. First submit the { $count } documents that are not there yet.
    }
web-ask-others = The project lead asks this question.
web-ask-replaces = This question takes the place of question { $number }.
web-ask-question = What do you ask?
web-ask-question-hint = Ask one clear question. You can change the suggestion below.
web-ask-question-missing = Write down what you ask.
web-ask-summary = Short summary in plain words
web-ask-summary-hint = What is it? What changes for clients? What can go wrong? What do you ask? Write short sentences.
web-ask-summary-missing = Write a short summary.
web-ask-due = Until when is there time?
web-ask-due-hint = { $body } has at least { $days } working days. Holidays and meetings count too. So it cannot be before { $date }. Later is fine.
web-ask-due-missing = Choose until when there is time.
web-ask-to = To
web-ask-check = Check your question
web-ask-check-advice = After sending, { $body } gets an e-mail. The time starts today.
web-ask-check-consent = After sending, { $body } gets an e-mail. The time starts today.
web-ask-check-information = After sending, { $body } gets an e-mail. No answer is needed.
web-ask-send-advice = Ask for advice
web-ask-send-consent = Ask for consent
web-ask-send-information = Give information
web-ask-nothing = At this gate there is nothing to ask now.
web-asked = It was sent to { $body }.
web-reading-good = This reads well. A sentence has { $average } words on average.
web-reading-hard = This can be easier. A sentence has { $average } words on average. Try 15 at most.
web-reading-longest = This sentence is long: '{ $sentence }'
web-reading-words = These words are long: { $words }.

## One question, with advice and response.

web-consult-standing = How does it stand?
web-consult-body = Council or adviser
web-consult-right = Kind of question
web-consult-asked-on = Asked on
web-consult-due = Time until
web-consult-term-why = The time is at least { $days } working days. So there is enough time to talk about it.
web-consult-question = What was asked?
web-consult-summary = Summary
web-consult-shown = Documents read
web-consult-newer = there is a newer version
web-consult-answer = The answer of { $body }
web-consult-minority = What a minority thinks
web-consult-response = The response to the advice
web-consult-wait = The decision can be taken on { $date }. Until that day the waiting time runs.
web-consult-in-timeline = The whole text stands in the timeline of the project.
web-consult-over = This question is closed. You can read everything in the timeline of the project.
web-consult-timeline = To the timeline
web-consult-review = Check what you record
web-consult-review-lead = This stays in the dossier for ever. So look at it once more.
web-consult-reason-missing = Write down why.
web-consult-until = Until which day?
web-consult-until-missing = Choose a day.
web-consult-day-missing = Choose on which day this was.
web-consult-text-missing = Write down what was said.
web-ways = { $body } does not consent. What can be done now?
web-ways-change = Change the proposal and ask for consent again.
web-ways-again = Ask for consent again
web-ways-withdraw = Withdraw the question. Then this part of the plan does not go on.
web-ways-substitute = Ask consent of who may give it in its place. Record what they say.
web-ways-lead = The project lead chooses what happens.
web-steps = How your council comes to an answer
web-steps-own = 1. Your own opinion
web-steps-own-hint = Only { $body } and its coach see it.
web-steps-together = 2. Talk it over together
web-steps-together-hint = You talk about it together. The organisation does not read along.
web-steps-chair = 3. The answer of { $body }
web-steps-chair-hint = The chair establishes it. Only then the organisation sees it.

## What you can do, and what has happened then.

web-act-accept_request = Ask for the advice
web-act-accept_request-lead = { $body } wants to advise. Send a summary and choose the documents. Then the time starts.
web-act-decline_request = Do not ask for advice
web-act-decline_request-lead = You do not ask for the advice. { $body } reads why. Advising unasked is always allowed.
web-act-give_opinion = Give your own opinion
web-act-give_opinion-lead = Only { $body } and its coach read this. The organisation never sees it.
web-act-establish_advice = Establish the answer
web-act-establish_advice-lead = You do this as chair, for { $body }. After that the organisation sees the answer.
web-act-ask_extension = Ask for more time
web-act-ask_extension-lead = The project lead decides whether there is more time.
web-act-extend_term = Give more time
web-act-extend_term-lead = { $body } gets more time. It cannot become shorter.
web-act-keep_term = Do not give more time
web-act-keep_term-lead = { $body } reads why there is no more time.
web-act-revise_summary = Put forward what changed
web-act-revise_summary-lead = { $body } gets the new summary and the newest documents. The time starts again, until the chair chooses otherwise.
web-act-choose_term = Choose how much time there is
web-act-choose_term-lead = There is something new. How much time does { $body } want now?
web-act-record_no_answer = Record that no answer came
web-act-record_no_answer-lead = The time is over. { $body } gave no answer. That is not a 'yes'.
web-act-confer = Record the conversation
web-act-confer-lead = Do you deviate from the advice? Talk with { $body } first. Record here what was said.
web-act-respond_to_advice = Respond to the advice
web-act-respond_to_advice-lead = { $body } reads your response. The response is in the dossier.
web-act-withdraw_consultation = Withdraw the question
web-act-withdraw_consultation-lead = The question lapses. { $body } reads why.
web-act-substitute_consent = Record consent given in its place
web-act-substitute_consent-lead = A competent body consented in place of { $body }. Record who that was and what it says.
web-act-confirm_advice = Let the answer stand
web-act-confirm_advice-lead = The documents have changed. Does { $body } stand by its answer? Read the new versions first.
web-acted-accept_request = The advice was asked.
web-acted-decline_request = The request was declined.
web-acted-give_opinion = Your opinion was saved. Only your council and its coach see it.
web-acted-establish_advice = The answer was established. The project lead gets an e-mail.
web-acted-ask_extension = You asked for more time.
web-acted-extend_term = More time was given.
web-acted-keep_term = The time stays as it was.
web-acted-revise_summary = What changed was put forward.
web-acted-choose_term = The time was chosen.
web-acted-record_no_answer = It was recorded that no answer came.
web-acted-confer = The conversation was recorded.
web-acted-respond_to_advice = Your response was recorded and sent.
web-acted-withdraw_consultation = The question was withdrawn.
web-acted-substitute_consent = The consent in its place was recorded.
web-acted-confirm_advice = The answer stands.
web-consult-decline-why = Why do you not ask for this advice?
web-consult-extension-why = Why is more time needed?
web-consult-keep-why = Why is there no more time?
web-consult-withdraw-why = Why do you withdraw the question?
web-consult-revise-hint = What differs from before? Write short sentences.
web-establish-verdict = What is your answer?
web-establish-verdict-missing = Choose an answer.
web-establish-text = The answer in your own words
web-establish-text-hint = The organisation reads exactly this.
web-establish-text-missing = Write down the answer.
web-establish-minority = What does a minority think? (may stay empty)
web-establish-minority-hint = Only if your council wants to tell this.
web-opinion-label = What do you think yourself?
web-opinion-hint = Only { $body } and its coach see this.
web-opinion-missing = Write down what you think.
web-term-question = How much time do you want?
web-term-missing = Choose how much time you want.
web-term-restart = The whole time again, until { $date }
web-term-extend = A day in between
web-term-keep = As it was, until { $date }
web-no-answer-note = Remark (may stay empty)
web-confer-day = On which day was the conversation?
web-confer-text = What was said?
web-confer-hint = Write down who were there and what was said.
web-substitute-day = On which day was the consent given?
web-substitute-text = Who consented, and what does it say?
web-substitute-hint = Name the body and the reference of its ruling.
web-respond-question = What do you do with the advice of { $body }?
web-respond-missing = Choose what you do with the advice.
web-respond-followed = No conversation is needed, and there is no waiting time.
web-respond-conferred = You deviate. The conversation with { $body } was held on { $date }.
web-respond-confer-first = You deviate. First record the conversation with { $body }.
web-respond-waits = { $count ->
    [one] After that the decision waits for 1 day, until { $date }.
   *[other] After that the decision waits for { $count } days, until { $date }.
    }
web-respond-waits-not = There is no waiting time.
web-respond-reason = Why, and what do you do with each point?
web-respond-reason-hint = { $body } reads this. Write plain, short sentences.
web-respond-reason-missing = Write down why.
web-respond-sure = I know that with this we deviate from the advice.
web-respond-sure-missing = Tick that you know that you deviate.

## A body begins by itself.

web-own-title = Begin for { $body }
web-own-way = What do you want to do?
web-own-way-ask = Ask whether we may advise
web-own-way-ask-hint = The project lead sends you a summary and documents, or explains why not.
web-own-way-advise = Advise at once
web-own-way-advise-hint = This is advice that nobody asked. The project lead has to respond to it.
web-own-question = On what do you want to advise?
web-own-send-ask = Send the request
web-own-send-advise = Record the advice
web-own-nobody = You are not the chair of a council or adviser in this project.

## Recorded for somebody else.

web-behalf-title = { $act } for somebody else
web-behalf-lead = The answer was given in a meeting, on paper or by phone. You enter it. The other person is told and can contest it.
web-behalf-who = Who gave the answer?
web-behalf-who-hint = In a council that is the chair, or the member who phoned you.
web-behalf-who-missing = Choose who gave the answer.
web-behalf-day = On which day was that?
web-behalf-day-missing = Choose on which day the answer was given.
web-behalf-present = Who were there?
web-behalf-voted = Was there a vote?
web-behalf-voted-missing = Choose whether there was a vote.
web-behalf-for = Votes in favour
web-behalf-against = Votes against
web-behalf-abstained = Abstentions
web-behalf-number = Fill in a whole number.
web-behalf-minutes = Report
web-behalf-minutes-hint = Take over what the report says. For a phone call: write down what was said.
web-behalf-minutes-missing = Write down the report.
