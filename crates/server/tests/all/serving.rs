//! Connections: dawdlers are sent away, running requests finish, and a panic is an answer.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use server::http::outer::outer;
use server::{Connections, Stop, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tower::ServiceExt;

use crate::house::House;

const PATIENCE: Connections =
    Connections { at_most: 10, head_within: Duration::from_millis(200), finish_within: Duration::from_secs(10) };

async fn start(router: Router, stop: &Stop) -> (std::net::SocketAddr, tokio::task::JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let stop = stop.clone();
    (address, tokio::spawn(async move { serve(listener, router, PATIENCE, &stop).await }))
}

#[tokio::test]
async fn who_dawdles_over_a_head_is_sent_away() {
    let stop = Stop::default();
    let (address, _) = start(Router::new().route("/", get(|| async { "here" })), &stop).await;
    for head in ["", "GET / HT", "GET / HTTP/1.1\r\nhost: a\r\nx: "] {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        stream.write_all(head.as_bytes()).await.expect("written");
        let mut answer = Vec::new();
        let ended = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut answer)).await;
        assert!(ended.is_ok(), "{head:?} was waited for");
    }
}

#[tokio::test]
async fn a_running_request_finishes_and_new_ones_find_nobody() {
    let stop = Stop::default();
    let (begun, go) = (std::sync::Arc::new(Notify::new()), std::sync::Arc::new(Notify::new()));
    let (tell, wait) = (begun.clone(), go.clone());
    let slow = get(move || async move {
        tell.notify_one();
        wait.notified().await;
        "finished"
    });
    let (address, server) = start(Router::new().route("/", slow), &stop).await;
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").await.expect("written");
    begun.notified().await;
    stop.now();
    let refused = async {
        while TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(5), refused).await.expect("the port is closed");
    assert!(!server.is_finished());
    go.notify_one();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("finished"), "{answer}");
    server.await.expect("the server ends").expect("well");
}

#[tokio::test]
async fn a_panic_is_an_answer_with_an_id() {
    let house = House::open().await;
    let broken: Router = Router::new()
        .route("/", get(async || -> &'static str { panic!("on purpose") }))
        .layer(from_fn_with_state(house.app.clone(), outer));
    let response = broken.oneshot(Request::get("/").body(Body::empty()).expect("a request")).await.expect("an answer");
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let id = response.headers()["x-request-id"].to_str().expect("an id").to_owned();
    let body = axum::body::to_bytes(response.into_body(), 10_000).await.expect("a body");
    let error: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
    assert_eq!(
        (error["error"]["code"].as_str(), error["error"]["requestId"].as_str()),
        (Some("internal"), Some(id.as_str()))
    );
    assert!(!String::from_utf8_lossy(&body).contains("purpose"));
}

#[tokio::test]
async fn readiness_follows_the_server() {
    let house = House::open().await;
    assert_eq!(house.get("/healthz", "").await.json()["status"], "ok");
    assert_eq!(house.get("/readyz", "").await.json()["status"], "ready");
    house.stop.now();
    let stopping = house.get("/readyz", "").await;
    assert_eq!((stopping.status, stopping.json()["reason"].as_str()), (StatusCode::SERVICE_UNAVAILABLE, Some("stopping")));
    assert_eq!(house.get("/healthz", "").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_database_that_went_away_is_told() {
    let house = House::open().await;
    house.store.close().await;
    let reply = house.get("/readyz", "").await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(reply.json()["reason"].as_str().is_some_and(|reason| reason.starts_with("database")), "{}", reply.text());
    let session = house.get("/session", &format!("trechter={}", "0".repeat(64))).await;
    assert_eq!((session.status, session.code().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "unavailable"));
}
