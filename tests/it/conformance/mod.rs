//! One story per resource. Each runs on SQLite and on PostgreSQL, over real HTTP, with the same answers.

macro_rules! on_both_stores {
    ($($story:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() { super::$story(&$crate::support::server::Running::lite().await).await; })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() { super::$story(&$crate::support::server::Running::pg().await).await; })+
        }
    };
}

mod changes;
mod events;
mod officers;
mod places;
mod problems;
mod session;
mod signals;
