### The pages of the council, and the letters with a personal link. Level A2: short sentences, common words.

## The letters. The subject is the question with the date.

council-mail-asked-subject = { $right ->
    [consent] Do you consent to '{ $project }'? You have time until { $date }
   *[advice] Would you give advice on '{ $project }'? You have time until { $date }
    }
council-mail-asked-heading = { $right ->
    [consent] Do you consent to '{ $project }'?
   *[advice] Would you give advice on '{ $project }'?
    }
council-mail-asked-body = We would like to know what the { $body } thinks. First you get a short explanation. Then you can give your opinion.
council-mail-asked-act = { $right ->
    [consent] You have time until { $date }. If the council does not consent, the plan cannot go on like this.
   *[advice] You have time until { $date }. You always get an answer to your advice.
    }
council-mail-asked-button = Read and give your opinion

council-mail-informed-subject = For your information, { $body }: '{ $project }'
council-mail-informed-heading = For your information: '{ $project }'
council-mail-informed-body = We tell the { $body } what is going to happen. You get a short explanation.
council-mail-informed-act = You do not have to do anything. Would you still like to give advice? You always may.
council-mail-informed-button = Read the explanation

council-mail-revised-subject = The explanation of '{ $project }' has changed. You have time until { $date }
council-mail-revised-heading = The explanation of '{ $project }' has changed
council-mail-revised-body = There is new information for the { $body }. Read it before you go on.
council-mail-revised-act = You now have time until { $date }.
council-mail-revised-button = Read the new explanation

council-mail-extended-subject = You have more time for '{ $project }': until { $date }
council-mail-extended-heading = You have more time for '{ $project }'
council-mail-extended-body = The { $body } has got more time.
council-mail-extended-act = You now have time until { $date }.
council-mail-extended-button = Read and give your opinion

council-mail-term_kept-subject = No extra time for '{ $project }': until { $date }
council-mail-term_kept-heading = The { $body } gets no extra time
council-mail-term_kept-body = You asked for more time for '{ $project }'. Sadly that is not possible. The button shows you why.
council-mail-term_kept-act = You have time until { $date }.
council-mail-term_kept-button = Read why

council-mail-reminded-subject = Will you think of '{ $project }'? You have time until { $date }
council-mail-reminded-heading = Will you think of '{ $project }'?
council-mail-reminded-body = The { $body } has not answered yet. It does not have to yet.
council-mail-reminded-act = You have time until { $date }. Do you need more time? Ask for it with the button.
council-mail-reminded-button = Read and give your opinion

council-mail-established-subject = The { $body } has answered about '{ $project }'
council-mail-established-heading = The { $body } has answered
council-mail-established-body = The answer of the { $body } about '{ $project }' is on record.
council-mail-established-act = You can read it again. Later you also read there what was done with it.
council-mail-established-button = Read the answer

council-mail-recorded-subject = Is this right? Somebody entered the answer about '{ $project }' for you
council-mail-recorded-heading = Is this answer about '{ $project }' right?
council-mail-recorded-body = Somebody entered the answer of the { $body } for you. That may be done after a meeting, a letter or a phone call.
council-mail-recorded-act = Is it not right? You can say so until { $date }.
council-mail-recorded-button = Read whether it is right

council-mail-answered-subject = What we do with your advice on '{ $project }'
council-mail-answered-heading = What we do with your advice on '{ $project }'
council-mail-answered-body = The { $body } gave advice. We have answered it.
council-mail-answered-act = Read what we do with your advice, and why.
council-mail-answered-button = Read our answer

council-mail-renewed-subject = Your new link for '{ $project }'
council-mail-renewed-heading = Your new link
council-mail-renewed-body = You asked for a new link for '{ $project }'.
council-mail-renewed-act = Did you not ask for it? Then you do not have to do anything.
council-mail-renewed-button = Open the page

council-mail-own = This link is for you alone. Do not forward this e-mail.
council-mail-coached = Rather on paper or by phone? You can, together with your coach.
council-mail-uncoached = Rather on paper or by phone? Call us.

## On every page.

council-skip = Go to the content
council-of = of { $organisation }
council-home = Back to the start
council-back = Back
council-next = Continue
council-progress = Question { $at } of { $all }
council-optional = You do not have to fill this in.
council-help = Do you have a question?
council-help-coach = Ask your coach: { $coaches }.
council-help-phone = Or call
council-help-phone-only = Call { $organisation }:
council-paper = Rather on paper or by phone?
council-paper-coach = You can. Your coach reads everything with you and fills it in with you. You can also ask for large letters.
council-paper-phone = You can. Call us, and we will arrange it.
council-whose = This page is for { $name }. Is that not you? Then close this page.
council-wrong = Something is still needed
council-not-now = This did not work
council-listen = Read this aloud
council-listen-stop = Stop reading aloud
council-saved = What you type is kept on this device.
council-found = We put back what you typed earlier.
council-offline = There is no connection. What you type is kept.
council-ended = This link does not work any more. What you typed is still on this device.
council-changed-meanwhile = The explanation has just changed. Open the start and read the new explanation.

## The start.

council-title-asked = { $right ->
    [consent] Request for consent
   *[advice] Request for advice
    }
council-title-information = For your information
council-title-requested = Your request
council-title-closed = Closed
council-until = You have time until { $date }.
council-passed = The time was until { $date }. You can still answer.
council-hello = Hello { $name }.
council-intro-advice = { $organisation } wants to know what you think. You can read below what it is about. Then you give your opinion.
council-intro-consent = { $organisation } wants to change something. That is only allowed if the council says yes. Read below what it is about.
council-intro-information = { $organisation } tells you what is going to happen. You do not have to do anything.
council-intro-after = Here you read what happened with the question.
council-right-advice = What is advice? { $organisation } must look at your advice carefully and answer it. Do they not follow it? Then they first talk with the council and explain why.
council-right-consent = What is consent? If the council says no, the plan cannot go on like this. There must then be another plan.
council-right-information = Would you still like to give advice on this? You may. The chair can ask for it.
council-silence = If the council says nothing, that is not a yes.
council-about = What is it about?
council-more = Would you like to read more?
council-document = { $name } (version { $version })
council-steps = In three steps
council-step-own = Your own opinion
council-step-own-text = Only the council and your coach see this. { $organisation } never sees this.
council-step-own-done = You gave your opinion on { $date }.
council-step-own-act = Give your opinion
council-step-own-change = Change your opinion
council-step-own-coach = Enter an opinion for a member
council-step-together = Discuss together
council-step-together-text = { $count ->
    [0] Nobody gave an opinion yet.
    [one] { $count } of the { $members } members gave an opinion.
   *[other] { $count } of the { $members } members gave an opinion.
    }
council-step-together-act = Read the opinions
council-step-formal = { $right ->
    [consent] Answer of the council
   *[advice] Advice of the council
    }
council-step-formal-chair = You are the chair. You record what the council thinks together. This goes to { $organisation }.
council-step-formal-coach = Did the council meet, call or answer on paper? Then you enter it here.
council-step-formal-wait = { $chair ->
    [none] The chair records what the council thinks together.
   *[other] The chair ({ $chair }) records what the council thinks together.
    }
council-step-formal-done = Recorded on { $date }.
council-step-formal-act = { $right ->
    [consent] Record the answer
   *[advice] Record the advice
    }
council-step-formal-act-coach = Enter the answer of the council
council-more-things = What else can you do?
council-done-mark = Done

## What was done with the advice.

council-story = What was done with our answer?
council-our-advice = { $right ->
    [consent] Our answer
   *[advice] Our advice
    }
council-verdict-positive = Yes, a good plan
council-verdict-positive_with_points = Yes, if something changes
council-verdict-negative = No, rather not
council-verdict-consent_given = Yes, we consent
council-verdict-consent_withheld = No, we do not consent
council-established-on = Recorded on { $date } by { $who }.
council-recorded-by = Entered by { $who }, for { $whom }. The answer was of { $date }.
council-reference = Reference: { $reference }
council-minority-heading = What a smaller part of the council thinks
council-following-followed = { $organisation } does what the council advises.
council-following-partly = { $organisation } does a part of what the council advises.
council-following-not_followed = { $organisation } does not do what the council advises.
council-responded-heading = The answer of { $organisation }
council-responded-on = Given on { $date }.
council-waits-until = The decision may only be taken from { $date }.
council-conferred-heading = Talk about the advice
council-conferred-on = The talk was on { $date }.
council-no-response = { $organisation } has not answered yet. You get an e-mail as soon as that is done.
council-withheld = The council did not consent. The plan cannot go on like this.
council-no-answer = It is on record that no answer came in time. That is not a yes.
council-substituted = The body that decides about this consented in place of the council on { $date }.
council-withdrawn = The question was taken back. You do not have to do anything any more.
council-declined = { $organisation } does not ask the council for advice on this.
council-requested = The council asked for this itself. { $organisation } still has to answer.
council-contested = The chair said that the answer that was entered was not right. The council can answer again.
council-decision-heading = The decision
council-decision-on = On { $date } it was decided: { $outcome }.
council-extension-asked = The council asked for more time, until { $date }.
council-term-kept-heading = No extra time
council-summary-revised = The explanation changed on { $date }. Read it again.
council-reason = The reason:

## Own opinion.

council-opinion-title = Your opinion
council-opinion-who = Whose opinion is this?
council-opinion-who-label = Whose
council-opinion-choice = { $right ->
    [consent] What do you think? Should the council consent?
   *[advice] What do you think of this plan?
    }
council-opinion-choice-coach = What does this member think of the plan?
council-opinion-private = Only the council and your coach see your answer.
council-opinion-choice-label = Opinion
council-opinion-yes = Yes, a good plan
council-opinion-but = Yes, but something must change
council-opinion-no = No, rather not
council-opinion-unsure = I do not know
council-opinion-why = Why do you think so?
council-opinion-why-coach = Why does this member think so?
council-opinion-why-hint = You may also write down questions.
council-opinion-why-label = Why
council-opinion-check = Is this right?
council-opinion-commit = Save my opinion
council-opinion-done = Your opinion is saved
council-opinion-done-coach = The opinion is saved
council-opinion-done-text = Only the council and the coach see your opinion. You can change it until the chair records the answer of the council.
council-opinion-done-next = After this the council discusses all opinions together.

## Discuss together.

council-together-title = Discuss together
council-together-private = Only the members of the council and the coach can read this. { $organisation } never sees this.
council-together-none = Nobody gave an opinion yet.
council-together-own = You did not give your own opinion yet.
council-together-on = On { $date }
council-together-entered = Entered by { $who }
council-together-waiting = No opinion yet from
council-former-member = A former member

## Answer of the council.

council-advice-title = { $right ->
    [consent] Answer of the council
   *[advice] Advice of the council
    }
council-advice-verdict = { $right ->
    [consent] Does the council consent?
   *[advice] What does the council advise?
    }
council-advice-public = This answer goes to { $organisation }. The members' own opinions do not go with it.
council-advice-verdict-label = { $right ->
    [consent] Answer
   *[advice] Advice
    }
council-advice-text = Why does the council think so?
council-advice-text-hint = Write in your own words. Say what must change, if anything must.
council-advice-text-label = Explanation
council-advice-minority = Did some members think otherwise?
council-advice-minority-hint = You may send that along. You do not have to.
council-advice-minority-label = What a smaller part thinks
council-advice-nothing = Nothing filled in
council-advice-on = On which day did the council give this answer?
council-advice-on-label = Day
council-advice-how = How did the council give this answer?
council-advice-how-label = How
council-advice-how-meeting = In a meeting
council-advice-how-paper = On paper
council-advice-how-phone = By phone
council-advice-present = Who was there?
council-advice-present-label = Present
council-advice-votes = Was there a vote?
council-advice-votes-hint = Fill this in only if votes were counted.
council-advice-votes-label = Votes
council-advice-votes-said = { $for } for, { $against } against, { $abstained } abstained
council-advice-votes-for = For
council-advice-votes-against = Against
council-advice-votes-abstained = Abstained
council-advice-minutes = What shows the answer?
council-advice-minutes-hint = For instance: the part of the minutes, or what stood on paper.
council-advice-minutes-label = What shows it
council-minutes-text = In your own words
council-minutes-file = Or as a file
council-minutes-file-other = Another file
council-minutes-file-hint = For instance the minutes or a scan. A PDF, Office file, picture or text, at most 50 MB. The provider can read this: send only what is about this question. Choose one of the two: your own words, or a file.
council-minutes-file-there = Added:
council-minutes-file-away = Take this file away
council-error-text-or-file = Write down what shows the answer, or choose a file.
council-error-text-and-file = You have a text and a file. Choose one of them: empty the text box, or take the file away.
council-error-file-gone = This file is no longer there. Take it away and choose it again.
council-advice-check = Is this right?
council-advice-check-text = After it is recorded the council cannot change this answer itself.
council-advice-check-coach = The chair gets an e-mail about this, and can say that it is not right.
council-advice-commit = { $right ->
    [consent] Record the answer
   *[advice] Record the advice
    }
council-advice-done = { $right ->
    [consent] The answer of the council is on record
   *[advice] The advice of the council is on record
    }
council-advice-done-now = What happens now?
council-advice-done-sent = { $organisation } has received the answer.
council-advice-done-answer = You get an e-mail when { $organisation } has answered.
council-advice-done-decision = The decision is taken around { $date }.
council-advice-done-later = You can read the answer again with this link, until { $date }.
council-no-chair = The council has no chair yet. Ask { $organisation } to arrange that.

## More time.

council-time-title = Ask for more time
council-time-act = Ask for more time
council-time-until = Until when does the council need time?
council-time-until-hint = Now the last day is { $date }. Choose a later day.
council-time-until-label = Until
council-time-reason = Why does the council need more time?
council-time-reason-hint = For instance: our meeting is after that day.
council-time-reason-label = Why
council-time-check = Is this right?
council-time-commit = Ask for more time
council-time-done = The council asked for more time
council-time-done-text = { $organisation } will answer. You get an e-mail about it.

## The time after a new explanation.

council-term-title = Choose how much time the council needs
council-term-act = Choose how much time the council needs
council-term-choice = The explanation has changed. How much time does the council need?
council-term-choice-label = Time
council-term-restart = All the time again: until { $date }
council-term-keep = The time there was: until { $date }
council-term-commit = Record the choice
council-term-check = Is this right?
council-term-done = The time is chosen
council-term-done-text = The council has time until { $date }.

## Confirming the answer.

council-confirm-title = Is our answer still right?
council-confirm-act = Say whether our answer is still right
council-confirm-intro = Something changed in the documents after our answer. Read the new documents first.
council-confirm-choice = Is the answer of the council still right?
council-confirm-choice-label = Our answer
council-confirm-yes = Yes, our answer stays as it is
council-confirm-no = No, we want to talk about it again
council-confirm-no-error = Then call your coach or { $organisation }. They will ask the question again.
council-confirm-commit = Confirm the answer
council-confirm-check = Is this right?
council-confirm-done = The answer of the council stands
council-confirm-done-text = { $organisation } sees that the answer is still right.

## Saying that it is not right.

council-contest-title = This answer is not right
council-contest-act = Say that the answer that was entered is not right
council-contest-until = You can do so until { $date }.
council-contest-reason = What is not right?
council-contest-reason-hint = After that the council can answer again.
council-contest-reason-label = What is not right
council-contest-commit = Say that it is not right
council-contest-check = Is this right?
council-contest-done = You said that the answer was not right
council-contest-done-text = The council can now answer again.

## Asking to be asked.

council-request-title = Wanting to give advice
council-request-act = Say that the council wants to give advice on this
council-request-question = On what does the council want to give advice?
council-request-question-hint = { $organisation } must answer that.
council-request-question-label = On what
council-request-commit = Record the request
council-request-check = Is this right?
council-request-done = The request of the council is on record
council-request-done-text = { $organisation } asks the council, or explains why not. You get an e-mail about it.

## Checking.

council-check-change = Change
council-check-changed = Something changed while you were busy
council-check-changed-text = The explanation changed on { $date }. What you typed is still below. Read the new explanation and see whether your answer is still right.
council-check-read = Read the new explanation
council-answered-meanwhile = An answer of the council is already on record, of { $date }. What you typed is still below. Keep it yourself if you need it.
council-closed-meanwhile = This question has been closed meanwhile. What you typed is still below. Keep it yourself if you need it.
council-busy = We cannot save this now. What you typed is still below. Try again in a minute.

## What can be wrong with an answer.

council-error-choose = Choose an answer.
council-error-empty = Fill something in here.
council-error-long = This is too long. You typed { $length } characters. { $limit } are allowed.
council-error-character = This holds a character that we cannot keep. Type the text again.
council-error-date = Choose a day, for instance { $example }.
council-error-number = Fill in a whole number, for instance 3.
council-error-person = Choose people from the list.

## Documents.

council-document-title = { $name }
council-document-version = Version { $version }, of { $date }.
council-document-files = Files
council-document-file = { $name } ({ $size })
council-document-empty = There is no text in this document.
council-document-erased = This text was taken away.
council-document-elsewhere = This document does not belong to this question. Ask your coach or call us.
council-yes = Yes
council-no = No

## A link that does not work (any more).

council-gone-title = This link does not work
council-gone-text = Perhaps the link is too old. Or a part of the link is missing.
council-gone-new = Would you like a new link?
council-gone-new-text = We send it to your e-mail address. If this link was yours, you get an e-mail within a few minutes.
council-gone-commit = Send me a new link
council-gone-help = Does it not work? Then call your coach, or the organisation that sent you the e-mail.
council-renewed-title = Look in your e-mail
council-renewed-text = Was the link yours? Then you get an e-mail with a new link within a few minutes.
council-renewed-more = Do you not get an e-mail? Then call your coach, or the organisation that sent you the e-mail.
council-broken-title = It does not work at the moment
council-broken-text = Something went wrong on our side. Try again in a minute.
council-refused-title = This cannot be done here
council-refused-text = Go back to the start. There you see what you can do now.
