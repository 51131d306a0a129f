//! Subscriptions: nobody is woken by another provider's project, also who names it.

use std::time::Duration;

use async_graphql::{Executor as _, Request, Response, Variables};
use futures::StreamExt as _;
use futures::stream::BoxStream;
use graphql::Language;
use serde_json::json;
use tests::acts::{Acts as _, answers};

use super::Both;
use super::sides::{PEOPLE, Side};

const DOCUMENT: &str = "subscription($projectId: ID) { projectChanged(projectId: $projectId) { projectId version } }";
/// How long to listen for what must not come.
const SILENCE: Duration = Duration::from_millis(200);
/// How long what must come may take.
const PATIENCE: Duration = Duration::from_secs(20);

fn listen(side: &Side, who: &str, project: Option<&str>) -> BoxStream<'static, Response> {
    let data = side.api.session_data(side.principal(who), Language::Dutch);
    let request = Request::new(DOCUMENT).variables(Variables::from_json(json!({ "projectId": project })));
    side.api.execute_stream(request, Some(std::sync::Arc::new(data)))
}

/// Both providers change something, the other one first.
pub async fn nobody_is_woken_by_the_other(both: &Both) {
    let (own, other) = (&both.own, &both.other);
    let mut every: Vec<_> = PEOPLE.iter().map(|cast| (cast.name, listen(own, cast.name, None))).collect();
    let mut named: Vec<_> = PEOPLE.iter().map(|cast| (cast.name, listen(own, cast.name, Some(&other.project)))).collect();
    let mut theirs = listen(other, "lead", Some(&other.project));
    // A stream listens from its first poll on.
    for (_, stream) in every.iter_mut().chain(&mut named) {
        assert!(futures::poll!(stream.next()).is_pending());
    }
    assert!(futures::poll!(theirs.next()).is_pending());
    other.submit("lead", &other.project, "samenvatting", &answers("samenvatting", super::CANARY)).await;
    own.submit("lead", &own.project, "samenvatting", &answers("samenvatting", "")).await;
    let heard = tokio::time::timeout(PATIENCE, theirs.next()).await.expect("their own lead is woken").expect("a change");
    assert!(format!("{heard:?}").contains(&other.project));
    for (who, stream) in &mut every {
        let heard = tokio::time::timeout(if *who == "outsider" { SILENCE } else { PATIENCE }, stream.next()).await;
        match heard {
            Ok(Some(response)) => {
                let told = serde_json::to_string(&response).expect("JSON");
                assert!(told.contains(&own.project) && !told.contains(&other.project), "{who} heard {told}");
            }
            heard => assert_eq!(*who, "outsider", "was not woken: {heard:?}"),
        }
    }
    for (who, stream) in &mut named {
        match tokio::time::timeout(SILENCE, stream.next()).await {
            Err(_) | Ok(None) => {}
            Ok(Some(response)) => {
                let told = serde_json::to_string(&response).expect("JSON");
                assert!(!response.errors.is_empty() && !told.contains(super::CANARY), "{who} heard {told}");
            }
        }
    }
}
