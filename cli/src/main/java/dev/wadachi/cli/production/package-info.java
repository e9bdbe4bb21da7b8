/// What production refuses: results that nobody could make again from what is committed.
///
/// - [ProfileOptions] is what the command line says of it.
/// - [Production] objects to a plan before it runs, and to what a run came to.
/// - [Objection] is one thing that is refused, with the option that names it.
///
/// ```java
/// List<Objection> objections = production.to(plan, wadachi.store());
/// ```
@NullMarked
package dev.wadachi.cli.production;

import org.jspecify.annotations.NullMarked;
