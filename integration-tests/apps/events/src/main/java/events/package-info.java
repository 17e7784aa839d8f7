/** What a container tells an application about its sessions, told on to whoever asks: for applications under test. */
package events;
