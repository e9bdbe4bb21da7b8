/// The rent of a flat, from what is known about it: [Rents] puts the tasks together.
package {{package}};
