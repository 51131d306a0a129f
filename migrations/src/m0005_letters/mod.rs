//! A letter is kept once for everybody who gets it; what differs from one to the next is how it greets.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

use crate::dialect::schema;

/// Letters get a table of their own, with those that were written already.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0005_letters"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let backend = manager.get_database_backend();
        let postgres = backend == DatabaseBackend::Postgres;
        // Row-level security holds for the owner too, who would find no letter to move.
        if postgres {
            connection.execute_unprepared("ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY").await?;
        }
        connection.execute_unprepared(&schema(backend, include_str!("tables.sql"))).await?;
        if postgres {
            connection.execute_unprepared(include_str!("postgres.sql")).await?;
        }
        Ok(())
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("letters are not put back into their deliveries: restore a backup instead".to_owned()))
    }
}
