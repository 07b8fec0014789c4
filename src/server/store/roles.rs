//! Who works in PostgreSQL: the owner makes the schema, another role serves, and can neither change the schema, nor the audit log, nor go
//! round row-level security.

use sqlx::AssertSqlSafe;

use super::{Store, StoreError};

/// Why the role of a store may do too much to serve; nothing when it does not, or on SQLite.
pub async fn too_strong(store: &Store) -> Result<Option<TooStrong>, StoreError> {
    let Store::Pg(pool) = store else { return Ok(None) };
    let query = "SELECT rolsuper, rolbypassrls, EXISTS (SELECT 1 FROM pg_class WHERE oid = to_regclass('signals') AND \
                 pg_has_role(current_user, relowner, 'MEMBER')), CAST(current_user AS TEXT) FROM pg_roles WHERE rolname = current_user";
    let (all, bypass, owner, role): (bool, bool, bool, String) = sqlx::query_as(query).fetch_one(pool).await?;
    let why = match (all, bypass, owner) {
        (true, ..) => Why::Superuser,
        (_, true, _) => Why::BypassRls,
        (.., true) => Why::Owner,
        _ => return Ok(None),
    };
    Ok(Some(TooStrong { role, why }))
}

/// A role that may do too much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooStrong {
    /// The role.
    pub role: String,
    /// Why.
    pub why: Why,
}

/// What makes a role too strong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is a superuser.
    Superuser,
    /// It goes round row-level security (`BYPASSRLS`).
    BypassRls,
    /// It owns the tables, or is a member of the role that does.
    Owner,
}

/// Lets a role serve: rows may be read and written, but nothing of the audit log changed or deleted, nor the schema. Asked by the owner, after
/// every change of the schema. On SQLite there are no roles.
pub async fn admit(store: &Store, role: &str) -> Result<(), StoreError> {
    let Store::Pg(pool) = store else { return Ok(()) };
    let (name,): (String,) = sqlx::query_as("SELECT quote_ident($1)").bind(role).fetch_one(pool).await?;
    let mut transaction = pool.begin().await?;
    let statements = [
        format!("GRANT USAGE ON SCHEMA public TO {name}"),
        format!("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}"),
        format!("REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM {name}"),
        format!("REVOKE DELETE, TRUNCATE ON audit_heads FROM {name}"),
        format!("REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON _sqlx_migrations FROM {name}"),
        format!("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}"),
    ];
    for statement in statements {
        // The name is quoted by PostgreSQL itself.
        sqlx::query(AssertSqlSafe(statement)).execute(&mut *transaction).await?;
    }
    Ok(transaction.commit().await?)
}
