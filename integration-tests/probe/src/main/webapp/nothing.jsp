<%@ page session="true" %><% response.setStatus(204); %>
