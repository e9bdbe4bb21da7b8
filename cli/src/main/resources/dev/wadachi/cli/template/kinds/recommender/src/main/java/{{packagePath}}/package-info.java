/// What each customer may want next, from what they and others bought: [Recommendations] puts the tasks together.
package {{package}};
