/** Notes behind a login: a small Spring Boot application that knows nothing of Lasttab. */
package notes;
