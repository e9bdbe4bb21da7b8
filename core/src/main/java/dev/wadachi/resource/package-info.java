/// What lies outside and is configured: the project's files by path, databases and other resources by name.
///
/// Bodies see it through [Resources][dev.wadachi.task.Resources]; it is the same in every process that runs one.
///
/// Three types to know: [ProjectResources][dev.wadachi.resource.ProjectResources] (what a project's tasks can ask
/// for), [Resources][dev.wadachi.task.Resources] (how they ask) and
/// [OutsideException][dev.wadachi.task.OutsideException] (what they hear where it is not configured).
@NullMarked
package dev.wadachi.resource;

import org.jspecify.annotations.NullMarked;
