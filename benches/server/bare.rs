//! The least a server can do for the same page: one query on the same pool, and the rows as JSON.

use std::{fmt::Write, net::SocketAddr};

use axum::{
    Router,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use loket::server::Store;

/// Makes this bench that server; the database follows.
pub const ARGUMENT: &str = "--bare-server";

const FIRST: &str = "SELECT hard_date, number, summary FROM signals WHERE is_open = 1 ORDER BY hard_date, number LIMIT $1";
/// In two parts, because SQLite seeks to the date only.
const AFTER_LITE: &str = "SELECT * FROM (SELECT hard_date, number, summary FROM signals WHERE is_open = 1 AND hard_date = $2 \
    AND number > $3 ORDER BY number LIMIT $1) AS same UNION ALL SELECT * FROM (SELECT hard_date, number, summary FROM signals \
    WHERE is_open = 1 AND hard_date > $2 ORDER BY hard_date, number LIMIT $1) AS rest LIMIT $1";
const AFTER_PG: &str = "SELECT hard_date, number, summary FROM signals WHERE is_open = 1 AND (hard_date, number) > ($2, $3) \
    ORDER BY hard_date, number LIMIT $1";

type Rows = Result<Vec<(String, i64, String)>, sqlx::Error>;

/// Serves until killed; says its address first.
pub fn serve(url: &str) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(url, false).await.expect("the store opens");
        let router = Router::new().route("/first", get(first)).route("/after/{day}/{number}", get(after)).with_state(store);
        let listener = tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await.expect("a port");
        eprintln!("http://{}", listener.local_addr().expect("an address"));
        let listener = axum::serve::ListenerExt::tap_io(listener, |stream| drop(stream.set_nodelay(true)));
        axum::serve(listener, router).await.expect("it serves");
    });
}

async fn first(State(store): State<Store>) -> Response {
    page(match &store {
        Store::Lite { readers, .. } => sqlx::query_as(FIRST).bind(51_i64).fetch_all(readers).await,
        Store::Pg(pool) => sqlx::query_as(FIRST).bind(51_i64).fetch_all(pool).await,
    })
}

async fn after(State(store): State<Store>, Path((day, number)): Path<(String, i64)>) -> Response {
    page(match &store {
        Store::Lite { readers, .. } => sqlx::query_as(AFTER_LITE).bind(51_i64).bind(day).bind(number).fetch_all(readers).await,
        Store::Pg(pool) => sqlx::query_as(AFTER_PG).bind(51_i64).bind(day).bind(number).fetch_all(pool).await,
    })
}

fn page(rows: Rows) -> Response {
    let mut body = String::with_capacity(32 * 1024);
    body.push_str("{\"items\":[");
    let rows = rows.expect("rows");
    for (at, (_, _, summary)) in rows.iter().take(50).enumerate() {
        let separator = if at > 0 { "," } else { "" };
        write!(body, "{separator}{summary}").expect("text");
    }
    body.push_str("]}");
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}
