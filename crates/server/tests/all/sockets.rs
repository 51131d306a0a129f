//! The WebSocket: for signed-in people on our own pages, and it tells when a project changes.

use axum::http::header;
use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use server::{Connections, serve};
use tokio::net::TcpListener;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};

use crate::house::House;

async fn served(house: &House) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    let (router, stop) = (house.router.clone(), house.stop.clone());
    let connections = Connections {
        at_most: 50,
        head_within: std::time::Duration::from_secs(5),
        finish_within: std::time::Duration::from_secs(5),
    };
    tokio::spawn(async move { serve(listener, router, connections, &stop).await });
    address
}

async fn connect(
    address: &str,
    cookie: &str,
    origin: &str,
    protocol: &str,
) -> Result<tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>, u16> {
    let mut request = format!("ws://{address}/graphql/ws").into_client_request().expect("a request");
    let headers = request.headers_mut();
    for (name, value) in [(header::COOKIE, cookie), (header::ORIGIN, origin), (header::SEC_WEBSOCKET_PROTOCOL, protocol)] {
        if !value.is_empty() {
            headers.insert(name, value.parse().expect("a value"));
        }
    }
    match tokio_tungstenite::connect_async(request).await {
        Ok((socket, _)) => Ok(socket),
        Err(Error::Http(response)) => Err(response.status().as_u16()),
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn only_our_own_pages_with_a_session_open_one() {
    let house = House::open().await;
    let address = served(&house).await;
    let own = format!("http://{address}");
    let cookie = house.cookie("lead@een.example").await;
    let protocol = "graphql-transport-ws";
    assert_eq!(connect(&address, "", &own, protocol).await.err(), Some(401));
    for origin in ["", "null", "https://evil.example", "http://127.0.0.1", "https://127.0.0.1.evil.example"] {
        assert_eq!(connect(&address, &cookie, origin, protocol).await.err(), Some(403), "{origin}");
    }
    for protocol in ["graphql-ws", ""] {
        assert_eq!(connect(&address, &cookie, &own, protocol).await.err(), Some(400), "{protocol}");
    }
    assert!(connect(&address, &cookie, &own, protocol).await.is_ok());
}

#[tokio::test]
async fn it_speaks_and_ends_when_the_server_stops() {
    let house = House::open().await;
    let address = served(&house).await;
    let cookie = house.cookie("lead@een.example").await;
    let mut socket =
        connect(&address, &cookie, &format!("http://{address}"), "graphql-transport-ws").await.expect("a socket");
    let say = |value: Value| Message::text(value.to_string());
    socket.send(say(json!({ "type": "connection_init" }))).await.expect("sent");
    let ack = socket.next().await.expect("an answer").expect("a message");
    assert!(ack.to_text().expect("text").contains("connection_ack"));
    let query = json!({ "id": "1", "type": "subscribe", "payload": { "query": "{ viewer { person { id } } }" } });
    socket.send(say(query)).await.expect("sent");
    let next = socket.next().await.expect("an answer").expect("a message");
    assert!(next.to_text().expect("text").contains(&house.lead.to_string()), "{next}");
    house.stop.now();
    while let Some(Ok(message)) = socket.next().await {
        assert!(!message.is_binary());
    }
}
