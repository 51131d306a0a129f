//! What follows a try.

use notification::{Attempts, Failure, Next, Reason, SendError, Step, TRIES, after};

fn reason(step: Step) -> Reason {
    Reason { step, code: None, text: "as the test planned".to_owned() }
}

fn retry() -> SendError {
    SendError::Retry(reason(Step::Connect))
}

fn unknown() -> SendError {
    SendError::Unknown(reason(Step::Handover))
}

fn give_up() -> SendError {
    SendError::GiveUp(reason(Step::Recipient))
}

/// Follows one delivery through these results, the last one repeated for ever; the waits, and how it ended.
fn follow(results: &[Result<(), SendError>]) -> (Vec<u64>, Option<Failure>, u32) {
    let (mut attempts, mut waits) = (Attempts::default(), Vec::new());
    for tried in 0..=TRIES {
        let result = &results[usize::try_from(tried).unwrap().min(results.len() - 1)];
        match after(attempts, result) {
            Next::Sent => return (waits, None, tried + 1),
            Next::Failed { failure, attempts, .. } => {
                assert_eq!(attempts.tried, tried + 1);
                return (waits, Some(failure), tried + 1);
            }
            Next::RetryAfter { delay, attempts: stored, .. } => {
                attempts = stored;
                waits.push(delay.as_secs() / 60);
            }
        }
    }
    panic!("tried more than {TRIES} times");
}

#[test]
fn a_server_that_is_down_is_tried_for_two_days() {
    let waits = vec![1, 5, 15, 60, 240, 240, 480, 720, 1440];
    assert_eq!(follow(&[Err(retry())]), (waits, Some(Failure::Exhausted), TRIES));
}

#[test]
fn a_refusal_is_final() {
    assert_eq!(follow(&[Err(give_up())]), (vec![], Some(Failure::Refused), 1));
    assert_eq!(follow(&[Err(retry()), Err(unknown()), Err(give_up())]), (vec![1, 10], Some(Failure::Refused), 3));
}

#[test]
fn an_unknown_fate_is_tried_once_more() {
    assert_eq!(follow(&[Err(unknown())]), (vec![10], Some(Failure::Unknown), 2));
    assert_eq!(follow(&[Err(unknown()), Ok(())]), (vec![10], None, 2));
    // A refusal for now in between does not give a third chance to double.
    let between = [Err(retry()), Err(unknown()), Err(retry()), Err(unknown())];
    assert_eq!(follow(&between), (vec![1, 10, 15], Some(Failure::Unknown), 4));
    // Who may have it is not reported as surely without.
    let (_, failure, tried) = follow(&[Err(unknown()), Err(retry())]);
    assert_eq!((failure, tried), (Some(Failure::Unknown), TRIES));
}

#[test]
fn success_ends_it() {
    assert_eq!(follow(&[Ok(())]), (vec![], None, 1));
    assert_eq!(follow(&[Err(retry()), Err(retry()), Ok(())]), (vec![1, 5], None, 3));
}

#[test]
fn every_sequence_of_results_ends() {
    let results = [Ok(()), Err(retry()), Err(unknown()), Err(give_up())];
    for number in 0..4_usize.pow(6) {
        let sequence: Vec<_> = (0..6).map(|digit| results[number / 4_usize.pow(digit) % 4].clone()).collect();
        let (waits, ..) = follow(&sequence);
        assert!(waits.iter().filter(|wait| **wait == 10).count() <= 1, "{sequence:?}");
    }
    let far = Attempts { tried: u32::MAX, unknown: false };
    assert!(matches!(after(far, &Err(retry())), Next::Failed { .. }));
    assert!(matches!(after(far, &Err(unknown())), Next::Failed { .. }));
}
