/** What both demo applications need to write a response. */
package io.lasttab.demo.web;
