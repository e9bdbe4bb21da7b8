/// Next week's demand of every item in every shop, from what was sold: [Demand] puts the tasks together.
package {{package}};
