/// Which messages are complaints, from their words: [Complaints] puts the tasks together.
package {{package}};
