/** What a project sets for its own mini-program, all of it here. */

export const settings = {
  /**
   * Templates in one call of wx.requestSubscribeMessage. WeChat's documentation has said 3 and now says 5;
   * clients in use still refuse more than 3.
   */
  templatesPerRequest: 3,
};
