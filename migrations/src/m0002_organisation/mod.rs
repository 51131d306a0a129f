//! The organisation as an aggregate: its log and state, its files, and which projects rest on what it keeps.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

use crate::dialect::schema;

/// The organisation's tables.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_organisation"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let backend = manager.get_database_backend();
        connection.execute_unprepared(&schema(backend, include_str!("tables.sql"))).await?;
        if backend == DatabaseBackend::Postgres {
            connection.execute_unprepared(include_str!("postgres.sql")).await?;
        } else {
            // Time looks at every project under way once, and writes down what it rests on.
            let look = "UPDATE projects SET due_on = '1970-01-01' WHERE lifecycle = 'active'";
            connection.execute_unprepared(look).await?;
        }
        Ok(())
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("the organisations' logs are not taken back: restore a backup instead".to_owned()))
    }
}
