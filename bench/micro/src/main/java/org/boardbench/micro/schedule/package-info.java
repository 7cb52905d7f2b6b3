/** What the driver's own schedule costs: a message's time, class and size. */
package org.boardbench.micro.schedule;
