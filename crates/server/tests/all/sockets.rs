//! Connections: the WebSocket, which is for signed-in people on our own pages and tells when a project changes; and an answer
//! that comes before the request is in whole.

use axum::http::header;
use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use server::{Connections, serve};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
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

/// Whoever is refused while they still send hears why, and not that the connection broke.
#[tokio::test]
async fn an_answer_before_the_end_of_the_request_is_not_lost() {
    const WHOLE: usize = 4 * 1024 * 1024;
    let house = House::open().await;
    let address = served(&house).await;
    let mut stream = TcpStream::connect(&address).await.expect("a connection");
    let head = format!(
        "POST /files?record=00000000-0000-0000-0000-000000000001 HTTP/1.1\r\nHost: {address}\r\nContent-Type: \
         multipart/form-data; boundary=edge\r\nContent-Length: {WHOLE}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.expect("sent");
    // Nobody is signed in: the answer is there before a byte of the file.
    stream.readable().await.expect("an answer comes");
    let mut sent = 0;
    while sent < WHOLE {
        let part = vec![b'x'; 64 * 1024];
        stream.write_all(&part).await.unwrap_or_else(|error| panic!("cut off after {sent} bytes: {error}"));
        sent += part.len();
    }
    let mut answer = vec![0; 64 * 1024];
    let mut told = String::new();
    while !told.ends_with("}}") {
        let read = stream.read(&mut answer).await.expect("the answer is not lost");
        assert!(read > 0, "only this came: {told}");
        told.push_str(&String::from_utf8_lossy(&answer[..read]));
    }
    assert!(told.starts_with("HTTP/1.1 401"), "{told}");
    // The connection is as good as new.
    stream.write_all(format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes()).await.expect("sent");
    let read = stream.read(&mut answer).await.expect("an answer");
    assert!(answer[..read].starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer[..read]));
}
