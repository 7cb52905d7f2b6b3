/** Users beside those whose messages are accounted for, such as sentinels and a page's company. */
package org.boardbench.driver.side;
